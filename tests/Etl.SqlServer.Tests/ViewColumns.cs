using System.Text.RegularExpressions;

namespace Etl.SqlServer.Tests;

/// <summary>The columns of a view as its last select list names them, one a line as the house writes them.</summary>
internal static partial class ViewColumns
{
    public static IReadOnlyList<string> Of(string view)
    {
        var start = view.LastIndexOf("\nSELECT\n", StringComparison.Ordinal);
        var first = view.IndexOf(" AS\nSELECT\n", StringComparison.Ordinal);
        var list = view[(first >= 0 ? first + " AS\nSELECT\n".Length : start + "\nSELECT\n".Length)..];
        list = list[..list.IndexOf("\nFROM ", StringComparison.Ordinal)];
        return [.. Column().Matches(list).Select(match => match.Groups["name"].Value)];
    }

    // A column begins at the first level of indentation or ends an expression there.
    [GeneratedRegex(@"^    (\w+\.(?<name>\w+)|\w+\.\w+ AS (?<name>\w+)|\S.* AS (?<name>\w+)|END( AS bit\))? AS (?<name>\w+)),?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Column();
}
