using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>A JSON text as it stands between its quotes.</summary>
/// <param name="quoted">With its quotes.</param>
internal readonly ref struct JsonText(ReadOnlySpan<byte> quoted, bool isEscaped)
{
    private readonly ReadOnlySpan<byte> _quoted = quoted;

    public bool IsEscaped { get; } = isEscaped;

    /// <summary>Escapes as they were written.</summary>
    public ReadOnlySpan<byte> Bytes => _quoted[1..^1];

    public bool Equals(ReadOnlySpan<byte> utf8) => IsEscaped ? Reader().ValueTextEquals(utf8) : Bytes.SequenceEqual(utf8);

    /// <summary>False for half a surrogate pair, which a name that was cut at a length can end in, and for bytes that are no UTF-8.</summary>
    public bool TryRead([NotNullWhen(true)] out string? text)
    {
        try
        {
            text = Reader().GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>As <see cref="TryRead"/>, to the bytes of <paramref name="target"/>, which are at least as many as ours.</summary>
    public bool TryUnescape(Span<byte> target, out int length)
    {
        try
        {
            length = Reader().CopyString(target);
            return true;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return false;
        }
    }

    private Utf8JsonReader Reader()
    {
        var reader = new Utf8JsonReader(_quoted);
        reader.Read();
        return reader;
    }
}
