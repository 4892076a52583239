using System.Text;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>The properties that are asked for.</summary>
internal sealed class SelectedProperties
{
    private SelectedProperties(IReadOnlyList<string> names)
    {
        Names = names;
        Utf8Names = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    public IReadOnlyList<string> Names { get; }

    public byte[][] Utf8Names { get; }

    /// <summary>One property a member: the member's name in camel case, which is how Graph spells it.</summary>
    public static SelectedProperties Of<TEnum>()
        where TEnum : struct, Enum =>
        new([.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);
}
