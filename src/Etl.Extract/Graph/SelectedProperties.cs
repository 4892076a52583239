using System.Text;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>The properties that are asked for, and the way from a JSON name to a property's place among them.</summary>
internal sealed class SelectedProperties
{
    private readonly byte[][] _names;

    private SelectedProperties(IReadOnlyList<string> names)
    {
        Names = names;
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>One property a member: the member's name in camel case, which is how Graph spells it.</summary>
    public static SelectedProperties Of<TEnum>()
        where TEnum : struct, Enum =>
        new([.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);

    /// <summary>Place of the property whose name the reader stands on; -1 for one that was not asked for.</summary>
    /// <param name="expected">Where to look first: Graph keeps one order in all objects, so it is nearly always the next.</param>
    public int Find(ref Utf8JsonReader reader, int expected)
    {
        if (expected < _names.Length && reader.ValueTextEquals(_names[expected])) return expected;
        for (var at = 0; at < _names.Length; at++)
            if (reader.ValueTextEquals(_names[at]))
                return at;
        return -1;
    }
}
