using System.Text;

namespace Etl.Extract.ActiveDirectory;

/// <summary>Short fields (GUIDs, dates, flags) as characters, without a string for each.</summary>
internal static class AdField
{
    /// <summary>More than any value that is not plain text has.</summary>
    public const int MaxChars = 128;

    /// <summary>The field, trimmed. One too long for <paramref name="buffer"/> is cut: no reader takes a text of that length.</summary>
    public static ReadOnlySpan<char> Read(AdCsv csv, int column, Span<char> buffer)
    {
        var bytes = csv.GetSpan(column);
        if (bytes.Length > buffer.Length) bytes = bytes[..buffer.Length];
        return ((ReadOnlySpan<char>)buffer)[..Encoding.UTF8.GetChars(bytes, buffer)].Trim();
    }
}
