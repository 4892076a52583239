using System.Globalization;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// A date in three numbers, with or without a time of day, as .NET writes it in the culture of the exporting session:
/// <c>3/16/2009 4:15:00 PM</c>, <c>16.11.2026 08:12:44</c>, <c>16. 11. 2026 8.12</c>. Which number is the day is not known yet.
/// </summary>
internal readonly struct NumericDate
{
    private readonly int _first;
    private readonly int _second;
    private readonly int _third;
    private readonly bool _isYearLast;
    private readonly char _separator;
    private readonly TimeSpan _time;

    private NumericDate(int first, int firstDigits, int second, int third, int thirdDigits, char separator, TimeSpan time)
    {
        (_first, _second, _third, _separator, _time) = (first, second, third, separator, time);
        (IsYearFirst, _isYearLast) = (firstDigits == 4, thirdDigits == 4);
    }

    /// <summary>Written with a year of four digits in front, so that it reads one way in every culture.</summary>
    public bool IsYearFirst { get; }

    /// <summary>
    /// The orders that give a real date. Dots mean day first: no culture of .NET has <c>M.d.yyyy</c> as its short date, while slashes
    /// and, in exports formatted by hand, dashes are written both ways.
    /// </summary>
    public DateOrder Orders
    {
        get
        {
            var orders = DateOrder.None;
            foreach (var order in (ReadOnlySpan<DateOrder>)[DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.YearFirst])
            {
                var isWritten = order == DateOrder.DayFirst || _separator != '.' || (order == DateOrder.YearFirst && IsYearFirst);
                if (isWritten && TryRead(order, out _)) orders |= order;
            }

            return orders;
        }
    }

    /// <summary>Whether other values of the column have a say in how this one is read.</summary>
    public bool DependsOnColumn => _separator != '.' && !IsYearFirst;

    public static bool TryParse(ReadOnlySpan<char> text, out NumericDate date)
    {
        date = default;
        text = text.Trim();
        if (!TakeNumber(ref text, 4, out var first, out var firstDigits) || firstDigits == 3) return false;
        if (!TakeSeparator(ref text, '\0', out var separator)) return false;
        if (!TakeNumber(ref text, 2, out var second, out _)) return false;
        if (!TakeSeparator(ref text, separator, out _)) return false;
        if (!TakeNumber(ref text, 4, out var third, out var thirdDigits) || thirdDigits == 3) return false;
        if (firstDigits == 4 && thirdDigits == 4) return false;
        if (separator == '.' && text is ['.', ..]) text = text[1..];
        if (!TimeOfDayText.TryParse(text, out var time)) return false;
        date = new NumericDate(first, firstDigits, second, third, thirdDigits, separator, time);
        return true;
    }

    /// <summary>The local date and time in one order; false where that is no date, such as a month 16.</summary>
    public bool TryRead(DateOrder order, out DateTime value)
    {
        value = default;
        if (order == DateOrder.YearFirst ? _isYearLast : IsYearFirst) return false;
        var (year, month, day) = order switch
        {
            DateOrder.DayFirst => (_third, _second, _first),
            DateOrder.MonthFirst => (_third, _first, _second),
            _ => (_first, _second, _third),
        };
        if (!IsYearFirst && !_isYearLast) year = CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        value = new DateTime(year, month, day).Add(_time);
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int maxDigits, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            if (digits == maxDigits) return false;
            number = number * 10 + (text[digits++] - '0');
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TakeSeparator(ref ReadOnlySpan<char> text, char expected, out char separator)
    {
        text = text.TrimStart();
        separator = text.Length > 0 ? text[0] : '\0';
        if (separator is not ('.' or '/' or '-') || (expected != '\0' && separator != expected)) return false;
        text = text[1..].TrimStart();
        return true;
    }
}
