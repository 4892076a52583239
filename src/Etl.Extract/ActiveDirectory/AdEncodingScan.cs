using System.Text;
using System.Text.Unicode;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// Finds the encoding of a file from all of its bytes: the byte order mark, else strict UTF-8, else the configured one. The whole file
/// counts, since the first umlaut may stand in its last line.
/// </summary>
internal sealed class AdEncodingScan
{
    private Encoding? _byMark;
    private bool _isFirst = true;
    private bool _isUtf8 = true;
    private bool _hasNul;

    /// <summary>
    /// Looks at the next bytes. Those of a character that is cut off at the end are moved to the front of <paramref name="buffer"/>;
    /// the answer is their number, and the next bytes belong after them.
    /// </summary>
    public int Append(Span<byte> buffer, int count)
    {
        var bytes = buffer[..count];
        if (_isFirst) _byMark = MarkOf(bytes);
        _isFirst = false;
        if (_byMark is not null) return 0;
        _hasNul |= bytes.Contains((byte)0);
        if (!_isUtf8) return 0;
        var cut = CutOff(bytes);
        _isUtf8 = Utf8.IsValid(bytes[..^cut]);
        bytes[^cut..].CopyTo(buffer);
        return cut;
    }

    /// <summary>The encoding; null where it is no text. <paramref name="cutOff"/>: the last answer of <see cref="Append"/>.</summary>
    public Encoding? Decide(int cutOff, Encoding configured)
    {
        if (_byMark is not null) return _byMark;
        if (_hasNul) return configured.GetByteCount("a") > 1 ? configured : null;
        return _isUtf8 && cutOff == 0 ? Encoding.UTF8 : configured;
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0x00, 0x00, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80) continue;
            var needed = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return needed > back ? back : 0;
        }

        return 0;
    }
}
