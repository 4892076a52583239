using System.Text;

namespace Etl.Simulator.ActiveDirectory;

/// <summary>What a file of one format looks like.</summary>
/// <param name="Preamble">A line before the header; null for none.</param>
internal sealed record AdLayout(Encoding Encoding, char Delimiter, string? Preamble, bool QuotesAll, AdColumn[] Columns)
{
    private const string TypeLine = "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADComputer";

    // Not registered for the process: others would then read and write code pages that a plain .NET program cannot.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static AdLayout Of(AdExportFormat format, SimulatedTenant tenant)
    {
        var sids = tenant.Identity;
        return format switch
        {
            AdExportFormat.PowerShell7 =>
                new(new UTF8Encoding(false), ',', null, true, PowerShellColumns.With(sids, AdDates.RoundTrip)),
            AdExportFormat.PowerShell51 =>
                new(new UTF8Encoding(true), ',', TypeLine, true, PowerShellColumns.With(sids, AdDates.Norwegian)),
            AdExportFormat.PowerShell51Unicode =>
                new(new UnicodeEncoding(false, true), ',', null, true, PowerShellColumns.With(sids, AdDates.Norwegian)),
            AdExportFormat.PowerShell51Ansi =>
                new(Windows1252, ';', TypeLine, true, PowerShellColumns.With(sids, AdDates.Norwegian)),
            AdExportFormat.PowerShell51EnglishAscii =>
                new(Encoding.ASCII, ',', TypeLine, true, PowerShellColumns.With(sids, AdDates.American)),
            AdExportFormat.Csvde => new(new UnicodeEncoding(false, true), ',', null, false, CsvdeColumns.With(sids)),
            AdExportFormat.CsvdeAnsi => new(Windows1252, ',', null, false, CsvdeColumns.With(sids)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format has no layout."),
        };
    }
}
