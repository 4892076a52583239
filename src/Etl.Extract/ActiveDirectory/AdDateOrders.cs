using System.Globalization;
using Etl.Model.Errors;
using Etl.Model.Values;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// Finds out how each date column of a file is to be read, from all of its values: one 16/11/2026 settles the whole column. A column
/// that stays open is refused rather than guessed: a swapped day and month would move activity by months and look plausible.
/// </summary>
internal static class AdDateOrders
{
    private static readonly DateOrder[] Single = [DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.YearFirst];
    private static readonly AdAttribute[] DateAttributes = [AdAttribute.LastLogon, AdAttribute.PasswordLastSet, AdAttribute.WhenCreated];

    /// <summary>Reads the file to its end. <paramref name="csv"/> stands before the header.</summary>
    public static IReadOnlyDictionary<int, DateOrder> Find(AdCsv csv, AdColumns columns, AdFile file)
    {
        var evidence = new List<Evidence>();
        foreach (var attribute in DateAttributes)
        {
            foreach (var column in columns[attribute]) evidence.Add(new Evidence(column));
        }

        Span<char> buffer = stackalloc char[AdField.MaxChars];
        while (csv.Read())
        {
            if (csv.Fault is not null) continue;
            foreach (var column in evidence)
            {
                var text = AdField.Read(csv, column.Column, buffer);
                if (NumericDate.TryParse(text, out var date) && date.DependsOnColumn) column.Add(date, text);
            }
        }

        return evidence.ToDictionary(column => column.Column, column => column.Decide(columns.Headers[column.Column], file));
    }

    /// <summary>What the values of one column leave possible.</summary>
    private sealed class Evidence(int column)
    {
        private readonly (string Text, DateTime A, DateTime B)?[] _differing =
            new (string, DateTime, DateTime)?[Single.Length * Single.Length];

        private DateOrder _possible = DateOrder.Any;
        private string? _narrowing;
        private (string First, string Second)? _contradiction;

        public int Column { get; } = column;

        public void Add(NumericDate date, ReadOnlySpan<char> text)
        {
            var orders = date.Orders;
            if (orders == DateOrder.None) return;
            var remaining = _possible & orders;
            if (remaining == DateOrder.None) _contradiction ??= (_narrowing!, text.ToString());
            else if (remaining != _possible) (_possible, _narrowing) = (remaining, text.ToString());
            KeepDiffering(date, text);
        }

        public DateOrder Decide(string header, AdFile file)
        {
            if (_contradiction is { } found)
            {
                throw AdFault.Of(
                    $"{file.Path}: column \"{header}\" has dates of two orders: \"{found.First}\" and \"{found.Second}\" cannot be read " +
                    "the same way. Export it again in one session, with dates in ISO 8601: " + AdExportCommand.PowerShell);
            }

            for (var a = 0; a < Single.Length; a++)
            {
                for (var b = a + 1; b < Single.Length; b++)
                {
                    if (_possible.HasFlag(Single[a]) && _possible.HasFlag(Single[b]) && _differing[a * Single.Length + b] is { } value)
                        throw Ambiguous(header, file, value.Text, Reading(value.A, Single[a]), Reading(value.B, Single[b]));
                }
            }

            return Array.Find(Single, order => _possible.HasFlag(order));
        }

        /// <summary>
        /// Keeps the first value that two orders read differently. <c>7/7/2026</c> is the same in both, and so is a sentinel of 1601.
        /// </summary>
        private void KeepDiffering(NumericDate date, ReadOnlySpan<char> text)
        {
            for (var a = 0; a < Single.Length; a++)
            {
                for (var b = a + 1; b < Single.Length; b++)
                {
                    ref var kept = ref _differing[a * Single.Length + b];
                    if (kept is null && date.TryRead(Single[a], out var one) && date.TryRead(Single[b], out var other) && one != other
                        && Math.Max(one.Year, other.Year) >= InstantText.EarliestYear)
                        kept = (text.ToString(), one, other);
                }
            }
        }

        private static EtlException Ambiguous(string header, AdFile file, string text, string a, string b) => AdFault.Of(
            $"{file.Path}: column \"{header}\" can be read in two ways, and no value in it settles which: \"{text}\" is " +
            $"{a} or {b}. Set ActiveDirectory:Culture to the culture of the session that exported " +
            $"(en-GB writes the day first, en-US the month), or export dates in ISO 8601: {AdExportCommand.PowerShell}");

        private static string Reading(DateTime value, DateOrder order)
        {
            var name = order switch { DateOrder.DayFirst => "day", DateOrder.MonthFirst => "month", _ => "year" };
            return string.Create(CultureInfo.InvariantCulture, $"{value:yyyy-MM-dd} ({name} first)");
        }
    }
}
