using System.Text;
using System.Text.Unicode;
using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>
/// Reads one JSON value as a cleaned one of ours (section 1 of the rules). What has another JSON type, or cannot be read, is null and
/// counted under its property; JSON null and empty text are null and not counted. Each method takes the value that comes next.
/// </summary>
internal sealed class FieldReader(IReadOnlyList<string> properties)
{
    private readonly long[] _unreadable = new long[properties.Count];
    private readonly TextCache _cache = new();
    private byte[] _unescaped = new byte[256];

    /// <summary>Properties with values that could not be read since <see cref="Forget"/>.</summary>
    public IEnumerable<(string Property, long Count)> Unreadable =>
        _unreadable.Select((count, at) => (Property: properties[at], Count: count)).Where(unread => unread.Count > 0);

    /// <summary>Starts counting anew, for a page that is asked for again.</summary>
    public void Forget() => Array.Clear(_unreadable);

    public void CountUnreadable(int property) => _unreadable[property]++;

    public string? Text(ref JsonCursor json, int property) =>
        TryUtf8(ref json, property, out var text, out var isAscii) ? Decode(text, isAscii, property) : null;

    /// <summary>As <see cref="Text"/>, for properties of few distinct values.</summary>
    public string? SharedText(ref JsonCursor json, int property)
    {
        if (json.TryTakeShortText(out var plain)) return _cache.Share(plain);
        if (!TryUtf8(ref json, property, out var text, out var isAscii)) return null;
        return isAscii ? _cache.Share(text) : Decode(text, isAscii, property);
    }

    public bool? Flag(ref JsonCursor json, int property)
    {
        if (json.TryTakeWord("true"u8)) return true;
        if (json.TryTakeWord("false"u8)) return false;
        if (!json.TryTakeWord("null"u8)) SkipUnreadable(ref json, property);
        return null;
    }

    public DateTimeOffset? Instant(ref JsonCursor json, int property)
    {
        if (!TryUtf8(ref json, property, out var text, out _)) return null;
        if (IsoInstant.TryRead(text, out var instant)) return InstantText.WithoutSentinels(instant);
        CountUnreadable(property);
        return null;
    }

    /// <summary>The zero GUID is null and not counted: sources write it for "none".</summary>
    public Guid? UsableGuid(ref JsonCursor json, int property)
    {
        if (!TryUtf8(ref json, property, out var text, out _)) return null;
        if (GuidText.TryReadUsual(text, out var guid, out _)) return guid == Guid.Empty ? null : guid;
        Span<char> chars = stackalloc char[64];
        if (text.Length <= chars.Length && Encoding.Latin1.GetChars(text, chars) is var length)
        {
            if (GuidText.TryRead(chars[..length], out guid)) return guid;
            if (Guid.TryParse(chars[..length], out guid) && guid == Guid.Empty) return null;
        }

        CountUnreadable(property);
        return null;
    }

    public SourceId? Id(ref JsonCursor json, int property)
    {
        if (!TryUtf8(ref json, property, out var text, out var isAscii)) return null;
        if (GuidText.TryReadUsual(text, out var guid, out var isLowerCase) && isLowerCase) return new SourceId(guid);
        return Decode(text, isAscii, property) is { } other ? new SourceId(other) : default(SourceId?);
    }

    public string? Sid(ref JsonCursor json, int property)
    {
        if (!TryUtf8(ref json, property, out var text, out var isAscii)) return null;
        if (SidText.IsUsual(text)) return Encoding.ASCII.GetString(text);
        if (Decode(text, isAscii, property) is not { } other) return null;
        if (SidText.OrNull(other) is { } sid) return sid;
        CountUnreadable(property);
        return null;
    }

    /// <summary>
    /// The bytes of a text, unescaped, without ASCII white space around; false where nothing is left. They are gone with the next call.
    /// </summary>
    public bool TryUtf8(ref JsonCursor json, int property, out ReadOnlySpan<byte> text, out bool isAscii)
    {
        isAscii = json.TryTakePlainText(out text);
        if (!isAscii)
        {
            if (json.TryTakeWord("null"u8)) return false;
            text = RareText(ref json, property);
            isAscii = Ascii.IsValid(text);
        }

        if (text.IsEmpty) return false;
        if (text[0] <= ' ' || text[^1] <= ' ') text = text[Ascii.Trim(text)];
        return !text.IsEmpty;
    }

    /// <summary>Empty where there is none, or none that can be read.</summary>
    private ReadOnlySpan<byte> RareText(ref JsonCursor json, int property)
    {
        if (json.Peek() != '"')
        {
            SkipUnreadable(ref json, property);
            return default;
        }

        var value = json.TakeText();
        if (!value.IsEscaped) return value.Bytes;
        if (_unescaped.Length < value.Bytes.Length) _unescaped = new byte[value.Bytes.Length * 2];
        if (value.TryUnescape(_unescaped, out var length)) return _unescaped.AsSpan(0, length);
        CountUnreadable(property);
        return default;
    }

    private string? Decode(ReadOnlySpan<byte> text, bool isAscii, int property)
    {
        if (isAscii) return Encoding.ASCII.GetString(text);
        if (Utf8.IsValid(text)) return CleanText.OrNull(Encoding.UTF8.GetString(text));
        CountUnreadable(property);
        return null;
    }

    private void SkipUnreadable(ref JsonCursor json, int property)
    {
        json.Skip();
        CountUnreadable(property);
    }
}
