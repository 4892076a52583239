using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Etl.Model.Values;

namespace Etl.Cli.Commands;

/// <summary>Options that several verbs share. Dates and instants are read exactly: <c>02/03/2026</c> is nobody's date.</summary>
internal static class Arguments
{
    private static readonly string[] InstantForms =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    public static Option<string?> Tenant(string description) => new("--tenant") { Description = description, HelpName = "NAME" };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = ReadDate,
    };

    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = ReadInstant,
    };

    public static Option<int> Count(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0) return;
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
                result.AddError($"{name} '{result.Tokens[0].Value}' is not a whole number from {least} to {most}.");
        });
        return option;
    }

    /// <summary>A member of an enum, by its name in any case.</summary>
    public static Option<T> Choice<T>(string name, string description, T standard) where T : struct, Enum => new(name)
    {
        Description = description,
        HelpName = string.Join('|', Enum.GetNames<T>()),
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<T>(text, ignoreCase: true);
            result.AddError($"{name} '{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
            return standard;
        },
    };

    private static DateOnly? ReadDate(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"'{result.Tokens[0].Value}' is not a date of the form yyyy-MM-dd.");
        return null;
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, InstantForms, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && instant.Year is >= InstantText.EarliestYear and < 9999) return instant;
        result.AddError($"'{result.Tokens[0].Value}' is not an instant such as 2026-11-22T06:00:00Z.");
        return null;
    }
}
