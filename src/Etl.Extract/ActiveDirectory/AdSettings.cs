using System.Globalization;
using System.Text;
using Etl.Model.Errors;

namespace Etl.Extract.ActiveDirectory;

/// <summary><see cref="AdOptions"/> as the reader uses them.</summary>
internal sealed class AdSettings
{
    static AdSettings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public AdSettings(AdOptions options)
    {
        var faults = options.Validate().ToList();
        if (faults.Count > 0) throw new ConfigurationException("ActiveDirectory:" + string.Join(" ActiveDirectory:", faults));
        Delimiter = DelimiterOf(options.Delimiter);
        Encoding = EncodingOf(options.Encoding) ?? Encoding.GetEncoding(1252);
        Culture = CultureOf(options.Culture);
        TimeZone = TimeZoneOf(options.TimeZone) ?? TimeZoneInfo.Utc;
        Columns = options.Columns.ToDictionary(pair => pair.Key.Trim(), pair => pair.Value.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null where it is to be recognised.</summary>
    public char? Delimiter { get; }

    public Encoding Encoding { get; }

    /// <summary>Null where the dates have to say it themselves.</summary>
    public CultureInfo? Culture { get; }

    public TimeZoneInfo TimeZone { get; }
    public IReadOnlyDictionary<string, string> Columns { get; }

    public static char? DelimiterOf(string? text) => text switch
    {
        "\\t" or "tab" or "Tab" or "TAB" => '\t',
        [var c] when char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\r' or '\n' or '\0') => c,
        _ => null,
    };

    public static Encoding? EncodingOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var codePage)
                ? Encoding.GetEncoding(codePage)
                : Encoding.GetEncoding(text.Trim());
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static CultureInfo? CultureOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return CultureInfo.GetCultureInfo(text.Trim(), predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    public static TimeZoneInfo? TimeZoneOf(string? text) =>
        !string.IsNullOrWhiteSpace(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text.Trim(), out var zone) ? zone : null;
}
