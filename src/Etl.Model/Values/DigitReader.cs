namespace Etl.Model.Values;

/// <summary>Takes the parts of an instant from the front of a text; nothing is taken where a part is not there.</summary>
internal ref struct DigitReader(ReadOnlySpan<char> text)
{
    private const int TickDigits = 7;

    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly bool StartsWithDigit => !_rest.IsEmpty && char.IsAsciiDigit(_rest[0]);

    public bool TryTake(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected) return false;
        _rest = _rest[1..];
        return true;
    }

    public bool TryTake(int count, out int value)
    {
        value = 0;
        if (_rest.Length < count) return false;
        foreach (var c in _rest[..count])
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }

        _rest = _rest[count..];
        return true;
    }

    /// <summary>A fraction of a second in ticks, cut after seven digits; 0 where there is none. False for a point without digits.</summary>
    public bool TryTakeFraction(out long ticks)
    {
        ticks = 0;
        if (!TryTake('.') && !TryTake(',')) return true;
        var digits = 0;
        for (; digits < _rest.Length && char.IsAsciiDigit(_rest[digits]); digits++)
        {
            if (digits < TickDigits) ticks = ticks * 10 + (_rest[digits] - '0');
        }

        for (var missing = digits; missing < TickDigits; missing++) ticks *= 10;
        _rest = _rest[digits..];
        return digits > 0;
    }

    /// <summary>Z, <c>+01:00</c>, <c>+0100</c> or <c>+01</c> to the end of the text.</summary>
    public bool TryTakeOffset(out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (TryTake('Z') || TryTake('z')) return IsAtEnd;
        var isNegative = false;
        if (!TryTake('+') && !(isNegative = TryTake('-'))) return false;
        if (!TryTake(2, out var hours)) return false;
        TryTake(':');
        if (!TryTake(2, out var minutes)) minutes = 0;
        if (hours > 14 || minutes > 59) return false;
        offset = new TimeSpan(isNegative ? -hours : hours, isNegative ? -minutes : minutes, 0);
        return IsAtEnd;
    }
}
