using System.Buffers;

namespace Etl.Model.Values;

/// <summary>
/// A source's own id. Ids are text, but nearly always a GUID as Graph prints it, which is kept in 16 bytes; any other text is kept
/// as it is. Equality and order are those of the text, ordinal.
/// </summary>
public readonly record struct SourceId : IComparable<SourceId>
{
    private static readonly SearchValues<char> UsualChars = SearchValues.Create("0123456789abcdef-");

    private readonly Guid _guid;
    private readonly string? _text;

    public SourceId(string text)
    {
        // .NET also takes signs and 0x inside the parts, and would print another text.
        if (!text.AsSpan().ContainsAnyExcept(UsualChars) && System.Guid.TryParseExact(text, "D", out var guid)) _guid = guid;
        else _text = text;
    }

    /// <summary>The id that is this GUID in form D, in lower case.</summary>
    public SourceId(Guid guid) => _guid = guid;

    /// <summary>Null for an id that is no GUID in form D, in lower case.</summary>
    public Guid? Guid => _text is null ? _guid : null;

    /// <summary>Null for an id that is such a GUID.</summary>
    public string? OtherText => _text;

    public static implicit operator SourceId(string text) => new(text);

    // The order of Guid is that of its text in form D: both compare the hexadecimal digits from left to right.
    public int CompareTo(SourceId other) => _text is null && other._text is null
        ? _guid.CompareTo(other._guid)
        : string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => _text ?? _guid.ToString("D");
}
