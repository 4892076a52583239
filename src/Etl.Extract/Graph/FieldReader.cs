using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>
/// Reads one JSON value as a cleaned one of ours (section 1 of the rules). What has another JSON type, or cannot be read, is null and
/// counted under its property; JSON null and empty text are null and not counted. Each method leaves the reader at the value's end.
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

    public string? Text(ref Utf8JsonReader reader, int property) => Text(ref reader, property, isShared: false);

    /// <summary>As <see cref="Text(ref Utf8JsonReader, int)"/>, for properties of few distinct values.</summary>
    public string? SharedText(ref Utf8JsonReader reader, int property) => Text(ref reader, property, isShared: true);

    public bool? Flag(ref Utf8JsonReader reader, int property)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Null: return null;
            default:
                reader.Skip();
                CountUnreadable(property);
                return null;
        }
    }

    public DateTimeOffset? Instant(ref Utf8JsonReader reader, int property)
    {
        if (reader.TokenType == JsonTokenType.String && IsoInstant.TryRead(ref reader, out var instant))
            return InstantText.WithoutSentinels(instant);
        if (!TryUtf8(ref reader, property, out var text)) return null;
        if (IsoInstant.TryRead(text, out instant)) return InstantText.WithoutSentinels(instant);
        CountUnreadable(property);
        return null;
    }

    /// <summary>The zero GUID is null and not counted: sources write it for "none".</summary>
    public Guid? UsableGuid(ref Utf8JsonReader reader, int property)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var guid)) return guid == Guid.Empty ? null : guid;
        if (!TryUtf8(ref reader, property, out var text)) return null;
        Span<char> chars = stackalloc char[64];
        if (text.Length <= chars.Length && Encoding.Latin1.GetChars(text, chars) is var length)
        {
            if (GuidText.TryRead(chars[..length], out var value)) return value;
            if (Guid.TryParse(chars[..length], out value) && value == Guid.Empty) return null;
        }

        CountUnreadable(property);
        return null;
    }

    public string? Sid(ref Utf8JsonReader reader, int property)
    {
        if (Text(ref reader, property) is not { } text) return null;
        if (SidText.OrNull(text) is { } sid) return sid;
        CountUnreadable(property);
        return null;
    }

    /// <summary>
    /// The bytes of a text, unescaped, without ASCII white space around; false where nothing is left. They are gone with the next call.
    /// </summary>
    public bool TryUtf8(ref Utf8JsonReader reader, int property, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (reader.TokenType == JsonTokenType.String)
        {
            if (!reader.ValueIsEscaped) text = reader.ValueSpan;
            else if (TryUnescape(ref reader, out var length)) text = _unescaped.AsSpan(0, length);
            else CountUnreadable(property);
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            reader.Skip();
            CountUnreadable(property);
        }

        if (text.IsEmpty) return false;
        if (text[0] <= ' ' || text[^1] <= ' ') text = text[Ascii.Trim(text)];
        return !text.IsEmpty;
    }

    private string? Text(ref Utf8JsonReader reader, int property, bool isShared)
    {
        if (!TryUtf8(ref reader, property, out var text)) return null;
        if (isShared && _cache.TryGet(text, out var shared)) return shared;
        if (Ascii.IsValid(text)) return isShared ? _cache.Add(text) : Encoding.ASCII.GetString(text);
        if (Utf8.IsValid(text)) return CleanText.OrNull(Encoding.UTF8.GetString(text));
        CountUnreadable(property);
        return null;
    }

    /// <summary>False for half a surrogate pair, which a name that was cut at a length can end in.</summary>
    private bool TryUnescape(ref Utf8JsonReader reader, out int length)
    {
        if (_unescaped.Length < reader.ValueSpan.Length) _unescaped = new byte[reader.ValueSpan.Length * 2];
        try
        {
            length = reader.CopyString(_unescaped);
            return true;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return false;
        }
    }
}
