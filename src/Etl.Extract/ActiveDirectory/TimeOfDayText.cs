namespace Etl.Extract.ActiveDirectory;

/// <summary>The time of day after a date: <c>08:12:44</c>, <c>8.12.44</c>, <c>4:15:00 PM</c>, <c>4:15 p.m.</c>; none is midnight.</summary>
internal static class TimeOfDayText
{
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        text = text.TrimStart(", ").Trim();
        if (text.IsEmpty) return true;
        if (!TakeTwoDigits(ref text, out var hour) || !TakeTwoDigits(ref text, out var minute, afterColon: true)) return false;
        var second = 0;
        if (text is [':' or '.', ..] && !TakeTwoDigits(ref text, out second, afterColon: true)) return false;
        if (!TryHourOfDay(text.Trim(), ref hour) || hour > 23 || minute > 59 || second > 59) return false;
        value = new TimeSpan(hour, minute, second);
        return true;
    }

    private static bool TakeTwoDigits(ref ReadOnlySpan<char> text, out int number, bool afterColon = false)
    {
        number = 0;
        if (afterColon)
        {
            if (text is not [':' or '.', ..]) return false;
            text = text[1..];
        }

        var digits = 0;
        while (digits < 2 && digits < text.Length && char.IsAsciiDigit(text[digits])) number = number * 10 + (text[digits++] - '0');
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryHourOfDay(ReadOnlySpan<char> designator, ref int hour)
    {
        if (designator.IsEmpty) return true;
        if (hour is < 1 or > 12) return false;
        bool isAfternoon;
        if (Is(designator, "pm") || Is(designator, "p.m.") || Is(designator, "p. m.")) isAfternoon = true;
        else if (Is(designator, "am") || Is(designator, "a.m.") || Is(designator, "a. m.")) isAfternoon = false;
        else return false;
        hour = hour % 12 + (isAfternoon ? 12 : 0);
        return true;
    }

    /// <summary>Newer .NET writes the space inside a designator as a no-break one.</summary>
    private static bool Is(ReadOnlySpan<char> designator, ReadOnlySpan<char> form)
    {
        if (designator.Length != form.Length) return false;
        for (var at = 0; at < form.Length; at++)
        {
            var c = char.IsWhiteSpace(designator[at]) ? ' ' : char.ToLowerInvariant(designator[at]);
            if (c != form[at]) return false;
        }

        return true;
    }
}
