using System.Globalization;
using Etl.Model.Values;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// Reads the dates of one file: ISO 8601, FILETIME and generalized time say what they mean; a date in numbers is read as the culture
/// writes it, and where none is set, as the other values of its column say.
/// </summary>
/// <param name="findOrders">The order of each column, from the whole file. Asked for only where a value depends on it.</param>
internal sealed class AdDates(CultureInfo? culture, TimeZoneInfo timeZone, Func<IReadOnlyDictionary<int, DateOrder>> findOrders)
{
    private readonly DateOrder _cultureOrder = OrderOf(culture);
    private IReadOnlyDictionary<int, DateOrder>? _columnOrders;

    /// <summary>False where the text is no date that can be read. True with null for a sentinel.</summary>
    public bool TryRead(int column, ReadOnlySpan<char> text, out DateTimeOffset? value)
    {
        if (InstantText.TryReadIso(text, timeZone, out value)
            || InstantText.TryReadFileTime(text, out value)
            || InstantText.TryReadGeneralizedTime(text, out value)) return true;
        if (!TryReadLocal(column, text, out var local)) return false;
        value = InstantText.FromLocal(local, timeZone);
        return true;
    }

    private bool TryReadLocal(int column, ReadOnlySpan<char> text, out DateTime local)
    {
        if (NumericDate.TryParse(text, out var date) && (culture is null || _cultureOrder != DateOrder.None))
        {
            if (date.IsYearFirst) return date.TryRead(DateOrder.YearFirst, out local);
            if (culture is not null) return date.TryRead(_cultureOrder, out local) || TryReadByCulture(text, out local);
            if (!date.DependsOnColumn) return date.TryRead(DateOrder.DayFirst, out local);
            _columnOrders ??= findOrders();
            return date.TryRead(_columnOrders[column], out local);
        }

        return TryReadByCulture(text, out local);
    }

    /// <summary>Month names, designators and calendars that only the culture knows. A time without a date is no instant.</summary>
    private bool TryReadByCulture(ReadOnlySpan<char> text, out DateTime local)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault;
        local = default;
        return culture is not null
            && (DateTime.TryParse(text, culture, Styles, out local) || DateTime.TryParseExact(text, "G", culture, Styles, out local))
            && local.Year > 1;
    }

    /// <summary>None where the years of the culture are not ours.</summary>
    private static DateOrder OrderOf(CultureInfo? culture)
    {
        if (culture?.Calendar is not GregorianCalendar) return DateOrder.None;
        var pattern = culture.DateTimeFormat.ShortDatePattern;
        var (day, month, year) = (pattern.IndexOf('d'), pattern.IndexOf('M'), pattern.IndexOf('y'));
        if (year < day && year < month) return DateOrder.YearFirst;
        return month < day ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }
}
