namespace Etl.Simulator;

/// <summary>The ways in which administrators make a file of the directory's computers.</summary>
public enum AdExportFormat
{
    /// <summary>PowerShell 7: UTF-8 without BOM, no type line, dates by <c>ToString('o')</c> in UTC.</summary>
    PowerShell7,

    /// <summary>
    /// Windows PowerShell 5.1 with <c>-Encoding UTF8</c>: BOM, <c>#TYPE</c> line, dates of culture <c>nb-NO</c> in <c>Europe/Oslo</c>.
    /// </summary>
    PowerShell51,

    /// <summary>
    /// Windows PowerShell 5.1 with <c>-Encoding Unicode -NoTypeInformation</c>: UTF-16, dates as <see cref="PowerShell51"/>.
    /// </summary>
    PowerShell51Unicode,

    /// <summary>
    /// Windows PowerShell 5.1 with <c>-Encoding Default -UseCulture</c>: Windows-1252, semicolons, <c>#TYPE</c> line, dates as
    /// <see cref="PowerShell51"/>.
    /// </summary>
    PowerShell51Ansi,

    /// <summary>
    /// Windows PowerShell 5.1 as it comes: ASCII, which loses å, ø and ü, <c>#TYPE</c> line, dates of culture <c>en-US</c> in
    /// <c>Europe/Oslo</c>, which can be read two ways.
    /// </summary>
    PowerShell51EnglishAscii,

    /// <summary><c>csvde -u</c>: UTF-16; GUIDs and SIDs in hexadecimal, FILETIME and generalized time, quoted only where needed.</summary>
    Csvde,

    /// <summary><c>csvde</c>: as <see cref="Csvde"/> in Windows-1252.</summary>
    CsvdeAnsi,
}
