using System.Text.Json;

namespace Etl.Simulator.Graph;

/// <summary>A collection of one row type.</summary>
internal sealed class GraphListOf<TRow>(string path, string typeName, int defaultTop, int maxTop, GraphServerOptions options)
    : GraphList(path, typeName, defaultTop, maxTop)
{
    public required Func<SimulatedDay, int> Counter { get; init; }
    public required Func<SimulatedDay, int, TRow> Item { get; init; }
    public required GraphProperty<TRow>[] AllMembers { get; init; }

    /// <summary>The same properties, with enum members that the schema lacks shown as unknownFutureValue.</summary>
    public required GraphProperty<TRow>[] KnownMembers { get; init; }

    public required Action<Utf8JsonWriter, TRow> WriteUndeclared { get; init; }

    public override int Count(SimulatedDay day) => Counter(day);

    public override bool HasProperty(string name) =>
        !options.LackingProperties.Contains(name) && Array.Exists(AllMembers, property => property.Name == name);

    public override void WriteItems(
        Utf8JsonWriter writer, SimulatedDay day, int start, int end, IReadOnlyCollection<string>? selected, bool allMembers)
    {
        var properties = Array.FindAll(
            allMembers ? AllMembers : KnownMembers,
            property => selected?.Contains(property.Name) ?? (!property.OnlyWhenSelected && HasProperty(property.Name)));
        for (var i = start; i < end; i++)
        {
            var row = Item(day, i);
            writer.WriteStartObject();
            foreach (var property in properties) property.Write(writer, row);
            if (options.UndeclaredProperties) WriteUndeclared(writer, row);
            writer.WriteEndObject();
        }
    }
}
