using System.Globalization;
using System.Text;

namespace Etl.Extract.ActiveDirectory;

/// <summary>The name of a computer from its distinguished name: <c>CN=LT-04412,OU=Laptops,...</c> is LT-04412 (RFC 4514).</summary>
internal static class CommonName
{
    /// <summary>Null where the distinguished name does not begin with a CN.</summary>
    public static string? Of(string? distinguishedName)
    {
        if (distinguishedName is null || !distinguishedName.StartsWith("CN=", StringComparison.OrdinalIgnoreCase)) return null;
        var name = distinguishedName.AsSpan(3);
        var end = 0;
        while (end < name.Length && name[end] != ',') end += name[end] == '\\' ? 2 : 1;
        name = name[..Math.Min(end, name.Length)].Trim();
        return name.IsEmpty ? null : name.Contains('\\') ? Unescape(name) : name.ToString();
    }

    /// <summary>A backslash stands before a character or its two hex digits: <c>PC-1\0ACNF:...</c> is a replication conflict.</summary>
    private static string Unescape(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '\\' && at + 1 < name.Length)
            {
                at++;
                if (at + 1 < name.Length && TryReadHex(name.Slice(at, 2), out var code))
                {
                    text.Append((char)code);
                    at++;
                    continue;
                }
            }

            text.Append(name[at]);
        }

        return text.ToString();
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out byte code) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
}
