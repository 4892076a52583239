using System.Text.Json;

namespace Etl.Simulator.Graph;

/// <summary>A collection that can be read page by page.</summary>
internal abstract class GraphList(string path, string typeName, int defaultTop, int maxTop)
{
    /// <summary>Below the version segment.</summary>
    public string Path => path;

    public string TypeName => typeName;
    public int DefaultTop => defaultTop;
    public int MaxTop => maxTop;

    public abstract int Count(SimulatedDay day);

    public abstract bool HasProperty(string name);

    /// <summary>Writes the items from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <param name="selected">Null shows what Graph shows unasked.</param>
    public abstract void WriteItems(
        Utf8JsonWriter writer, SimulatedDay day, int start, int end, IReadOnlyCollection<string>? selected, bool allMembers);
}
