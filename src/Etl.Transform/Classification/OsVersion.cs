using System.Globalization;

namespace Etl.Transform.Classification;

/// <summary>Windows versions as Entra and Intune (<c>10.0.19045.4894</c>) and AD (<c>10.0 (19045)</c>) write them.</summary>
internal static class OsVersion
{
    private const string Prefix = "10.0";

    /// <summary>The build of a Windows 10, 11 or Server version; null for every other text.</summary>
    public static int? Build(string? version)
    {
        if (version is null || !version.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var rest = version.AsSpan(Prefix.Length);
        if (rest.StartsWith(".")) return Digits(rest[1..], endsWith: null);
        rest = rest.TrimStart();
        return rest.StartsWith("(") ? Digits(rest[1..], endsWith: ')') : null;
    }

    private static int? Digits(ReadOnlySpan<char> text, char? endsWith)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        if (endsWith is { } last && (end < 0 || text[end] != last)) return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var build) ? build : null;
    }
}
