namespace Etl.Model.Values;

/// <summary>The way csvde writes a binary attribute: <c>X'9a6b31..'</c>.</summary>
internal static class HexText
{
    /// <summary>Reads at most <paramref name="bytes"/>.Length bytes; false where the text has another form or is longer.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        written = 0;
        if (text.Length < 3 || text[0] is not ('X' or 'x') || text[1] != '\'' || text[^1] != '\'') return false;
        var digits = text[2..^1];
        if (digits.Length % 2 != 0 || digits.Length / 2 > bytes.Length) return false;
        return Convert.FromHexString(digits, bytes, out _, out written) == System.Buffers.OperationStatus.Done;
    }
}
