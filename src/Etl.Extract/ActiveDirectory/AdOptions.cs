namespace Etl.Extract.ActiveDirectory;

/// <summary>The on-premises AD computers of one tenant, as CSV exports of <c>Get-ADComputer</c> or csvde.</summary>
public sealed record AdOptions
{
    /// <summary>
    /// The CSV export, or a pattern with <c>*</c>, <c>?</c> and <c>**</c> such as <c>exports/ad-*.csv</c>: several files are read together.
    /// Without the section the tenant has no AD.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>What separates the fields: <c>,</c>, <c>;</c>, <c>tab</c> or another character. Without it, what the header shows.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Name or code page number of files that have no byte order mark and are not UTF-8. Without it <c>windows-1252</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// The culture of the session that exported (<c>nb-NO</c>), which tells 3 April from 4 March. Needed where no date of a column does.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>The time zone of dates that name none, such as <c>Europe/Oslo</c>. Without it UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A run is held where the oldest file is older than so many hours. Without it any age will do.</summary>
    public int? MaxAgeHours { get; init; }

    /// <summary>Headers of your own and the known one that they stand for: <c>"Last seen": "LastLogonDate"</c>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every fault, as a sentence that begins with the key.</summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(Path)) yield return "Path: names no file; give the AD export, for example exports/ad*.csv.";
        if (!string.IsNullOrEmpty(Delimiter) && AdSettings.DelimiterOf(Delimiter) is null)
            yield return $"Delimiter: \"{Delimiter}\" is not one ASCII character that can separate fields; use \",\", \";\" or \"tab\".";
        if (!string.IsNullOrWhiteSpace(Encoding) && AdSettings.EncodingOf(Encoding) is null)
            yield return $"Encoding: \"{Encoding}\" is no known encoding; use a name or code page such as windows-1252, 850 or utf-16.";
        if (!string.IsNullOrWhiteSpace(Culture) && AdSettings.CultureOf(Culture) is null)
            yield return $"Culture: \"{Culture}\" is no known culture; use a name such as en-US or de-DE.";
        if (!string.IsNullOrWhiteSpace(TimeZone) && AdSettings.TimeZoneOf(TimeZone) is null)
            yield return $"TimeZone: \"{TimeZone}\" is no known time zone; use a name such as Europe/Berlin or UTC.";
        if (MaxAgeHours is <= 0) yield return $"MaxAgeHours: {MaxAgeHours} is not above 0; leave the key out to accept any age.";
        foreach (var (header, attribute) in Columns)
        {
            if (!AdHeaders.TryFind(attribute.Trim(), out _))
                yield return $"Columns: \"{header}\" is mapped to \"{attribute}\", which is none of {AdHeaders.Names}.";
        }
    }
}
