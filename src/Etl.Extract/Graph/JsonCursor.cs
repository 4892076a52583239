using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>
/// Walks over the bytes of JSON, as strictly as <see cref="Utf8JsonReader"/> (a test holds the two together) at two thirds of its CPU:
/// whoever reads a record knows what comes next and asks for that, and texts are looked through 32 bytes at a time. Each call takes what
/// it names, or throws <see cref="JsonException"/>.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;

    /// <summary>How many bytes have been taken.</summary>
    public readonly int Position => _at;

    /// <summary>The first byte of what comes next, behind white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek() => _at < _json.Length && _json[_at] > ' ' ? _json[_at] : PeekBehindBlanks();

    public bool TryTake(char punctuation)
    {
        if (Peek() != punctuation) return false;
        _at++;
        return true;
    }

    public void Take(char punctuation)
    {
        if (!TryTake(punctuation)) throw Invalid();
    }

    /// <summary>Takes these bytes where just they come next.</summary>
    public bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (!_json[_at..].StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Takes a word of JSON's (null, true, false) where it comes next.</summary>
    public bool TryTakeWord(ReadOnlySpan<byte> word) => Peek() == word[0] && (TryTake(word) ? true : throw Invalid());

    /// <summary>Goes into an array. False where it is empty, and taken.</summary>
    public bool TryEnterArray()
    {
        Take('[');
        return !TryTake(']');
    }

    /// <summary>Goes on to the next item; false behind the last one, where the array has been taken.</summary>
    public bool TryNextItem() => TryNext(']');

    /// <summary>Goes into an object. False where it is empty, and taken.</summary>
    public bool TryEnterObject()
    {
        Take('{');
        return !TryTake('}');
    }

    /// <summary>Goes on to the name of the next member; false behind the last one, where the object has been taken.</summary>
    public bool TryNextMember() => TryNext('}');

    /// <summary>Takes a member's name and the colon behind it.</summary>
    public JsonText TakeName()
    {
        var name = TakeText();
        Take(':');
        return name;
    }

    /// <summary>
    /// Takes a text of ASCII without escapes, as nearly all are, where just it comes next; whatever else does is left to be taken.
    /// </summary>
    public bool TryTakePlainText(out ReadOnlySpan<byte> text)
    {
        text = default;
        var start = _at + 1;
        if (start >= _json.Length || _json[_at] != '"') return false;
        for (var at = start; _json.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var length = PlainLength(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_json), (nuint)at));
            if (length == Vector256<byte>.Count) continue;
            var end = at + length;
            if (_json[end] != '"') return false;
            text = _json[start..end];
            _at = end + 1;
            return true;
        }

        return false;
    }

    /// <summary>As <see cref="TryTakePlainText"/>, for a text of less than 32 bytes: it comes with zeros behind it, which no text holds.</summary>
    public bool TryTakeShortText(out Vector256<byte> text)
    {
        text = default;
        var start = _at + 1;
        if (_json.Length - start < Vector256<byte>.Count || _json[_at] != '"') return false;
        var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_json), (nuint)start);
        var length = PlainLength(block);
        if (length == Vector256<byte>.Count || _json[start + length] != '"') return false;
        text = block & Vector256.LessThan(Vector256<sbyte>.Indices, Vector256.Create((sbyte)length)).AsByte();
        _at = start + length + 1;
        return true;
    }

    public JsonText TakeText()
    {
        Take('"');
        var start = --_at;
        if (TryTakePlainText(out _)) return new JsonText(_json[start.._at], isEscaped: false);
        var isEscaped = false;
        for (_at++; _at < _json.Length;)
        {
            switch (_json[_at++])
            {
                case (byte)'"':
                    return new JsonText(_json[start.._at], isEscaped);
                case (byte)'\\':
                    isEscaped = true;
                    TakeEscape();
                    break;
                case < (byte)' ':
                    throw Invalid();
            }
        }

        throw Invalid();
    }

    /// <summary>Takes a value, whatever it is.</summary>
    public void Skip() => Skip(depth: 1);

    /// <summary>Nothing but white space may be left.</summary>
    public void TakeEnd()
    {
        if (_json[_at..].ContainsAnyExcept(" \n\r\t"u8)) throw Invalid();
        _at = _json.Length;
    }

    /// <summary>How many bytes come before the first that is a quote, a backslash, a control character, or no ASCII.</summary>
    private static int PlainLength(Vector256<byte> block)
    {
        // As signed numbers, what is no ASCII is below the blank too.
        var stops = Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\'));
        return BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());
    }

    private byte PeekBehindBlanks()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') _at++;
        return _at < _json.Length ? _json[_at] : throw Invalid();
    }

    private bool TryNext(char close)
    {
        if (TryTake(',')) return true;
        Take(close);
        return false;
    }

    private void Skip(int depth)
    {
        if (depth > MaxDepth) throw Invalid();
        switch (Peek())
        {
            case (byte)'"':
                TakeText();
                return;
            case (byte)'[':
                for (var more = TryEnterArray(); more; more = TryNextItem()) Skip(depth + 1);
                return;
            case (byte)'{':
                for (var more = TryEnterObject(); more; more = TryNextMember())
                {
                    TakeName();
                    Skip(depth + 1);
                }

                return;
            default:
                if (!TryTakeWord("null"u8) && !TryTakeWord("true"u8) && !TryTakeWord("false"u8)) TakeNumber();
                return;
        }
    }

    private void TakeEscape()
    {
        if (_at == _json.Length) throw Invalid();
        var kind = _json[_at++];
        if (kind == 'u')
        {
            for (var last = _at + 4; _at < last; _at++)
                if (_at == _json.Length || !char.IsAsciiHexDigit((char)_json[_at])) throw Invalid();
        }
        else if (!"\"\\/bfnrt"u8.Contains(kind))
        {
            throw Invalid();
        }
    }

    private void TakeNumber()
    {
        TryTake("-"u8);
        if (!TryTake("0"u8)) TakeDigits();
        if (TryTake("."u8)) TakeDigits();
        if (!TryTake("e"u8) && !TryTake("E"u8)) return;
        if (!TryTake("+"u8)) TryTake("-"u8);
        TakeDigits();
    }

    private void TakeDigits()
    {
        var start = _at;
        while (_at < _json.Length && char.IsAsciiDigit((char)_json[_at])) _at++;
        if (_at == start) throw Invalid();
    }

    private readonly JsonException Invalid() => new("It is not valid JSON.", path: null, lineNumber: null, bytePositionInLine: _at);
}
