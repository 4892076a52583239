using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>Reads the objects of one list, property by property.</summary>
internal interface IRecordParser<T>
    where T : class
{
    FieldReader Fields { get; }

    /// <summary>The <c>id</c> of the object being read, where it has one.</summary>
    SourceId? Id { get; }

    /// <summary>Starts an object.</summary>
    void Begin();

    /// <summary>Takes the value that comes next.</summary>
    /// <param name="property">Place of the property in the list that <c>$select</c> asks for.</param>
    void Read(int property, ref JsonCursor json);

    /// <summary>The record; null where it is unusable, with the property at fault and what was expected of it.</summary>
    T? End(out string? field, out string? reason);
}
