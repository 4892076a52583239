using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Etl.Simulator.Tests;

public sealed partial class AdExportTests
{
    private const string TypeLine = "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADComputer";

    [Theory]
    [InlineData(AdExportFormat.PowerShell51, "EFBBBF")]
    [InlineData(AdExportFormat.PowerShell51Unicode, "FFFE")]
    [InlineData(AdExportFormat.Csvde, "FFFE")]
    [InlineData(AdExportFormat.PowerShell7, "2244")]
    [InlineData(AdExportFormat.PowerShell51Ansi, "2354")]
    [InlineData(AdExportFormat.CsvdeAnsi, "444E")]
    public async Task A_file_begins_as_its_maker_begins_it(AdExportFormat format, string expected)
    {
        var bytes = await BytesAsync(Sample.SmallDay, format);

        Convert.ToHexString(bytes).ShouldStartWith(expected);
    }

    [Theory]
    [InlineData(AdExportFormat.PowerShell51, true, "OU=Økonomi\\, Lønn", ',')]
    [InlineData(AdExportFormat.PowerShell51Unicode, false, "OU=Økonomi\\, Lønn", ',')]
    [InlineData(AdExportFormat.PowerShell51Ansi, true, "OU=Økonomi\\, Lønn", ';')]
    [InlineData(AdExportFormat.PowerShell51EnglishAscii, true, "OU=?konomi\\, L?nn", ',')]
    [InlineData(AdExportFormat.PowerShell7, false, "OU=Økonomi\\, Lønn", ',')]
    public async Task PowerShell_quotes_all_and_keeps_the_letters_its_encoding_has(
        AdExportFormat format, bool hasTypeLine, string container, char delimiter)
    {
        var lines = await LinesAsync(format);

        (lines[0] == TypeLine).ShouldBe(hasTypeLine);
        lines[hasTypeLine ? 1 : 0].ShouldStartWith($"\"DistinguishedName\"{delimiter}\"DNSHostName\"{delimiter}");
        lines.ShouldContain(line => line.Contains(container, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dates_are_of_the_culture_of_the_session()
    {
        (await LinesAsync(AdExportFormat.PowerShell7)).ShouldContain(line => line.Contains("2026-10-", StringComparison.Ordinal));
        (await LinesAsync(AdExportFormat.PowerShell51)).ShouldContain(line => NorwegianDate().IsMatch(line));
        (await LinesAsync(AdExportFormat.PowerShell51EnglishAscii)).ShouldContain(line => AmericanDate().IsMatch(line));
    }

    [Fact]
    public async Task Csvde_writes_raw_values()
    {
        var lines = await LinesAsync(AdExportFormat.Csvde);
        var name = Sample.SmallDay.Devices().First(device => device.Persona == "AdServer").Name;
        var line = lines.Single(line => line.Contains($"CN={name},", StringComparison.Ordinal));
        var computer = Enumerable.Range(0, Sample.SmallDay.ActiveDirectoryCount).Select(Sample.SmallDay.ActiveDirectory)
            .First(row => row.Name == name);

        lines[0].ShouldStartWith("DN,objectClass,");
        line.ShouldContain($"X'{Convert.ToHexStringLower(computer.ObjectGuid!.Value.ToByteArray())}'");
        line.ShouldContain("X'010500000000000515000000");
        line.ShouldContain(computer.LastLogon!.Value.ToFileTimeUtc().ToString(CultureInfo.InvariantCulture));
        line.ShouldContain(computer.Created.ToString("yyyyMMddHHmmss'.0Z'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Another_delimiter_can_be_asked_for()
    {
        var path = Path.GetTempFileName();

        await AdExport.WriteAsync(Sample.SmallDay, path, AdExportFormat.PowerShell7, Caller.Cancellation, delimiter: ';');

        (await File.ReadAllLinesAsync(path, Caller.Cancellation))[0].ShouldStartWith("\"DistinguishedName\";\"DNSHostName\"");
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_has_a_line_for_each_record()
    {
        var lines = await LinesAsync(AdExportFormat.PowerShell7);

        lines.Length.ShouldBe(Sample.SmallDay.ActiveDirectoryCount + 1);
    }

    internal static async Task<byte[]> BytesAsync(SimulatedDay day, AdExportFormat format)
    {
        var path = Path.GetTempFileName();
        try
        {
            await AdExport.WriteAsync(day, path, format, Caller.Cancellation);
            return await File.ReadAllBytesAsync(path, Caller.Cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string[]> LinesAsync(AdExportFormat format)
    {
        var bytes = await BytesAsync(Sample.SmallDay, format);
        var encoding = format switch
        {
            AdExportFormat.PowerShell51Unicode or AdExportFormat.Csvde => Encoding.Unicode,
            AdExportFormat.PowerShell51Ansi or AdExportFormat.CsvdeAnsi => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("\"\\d\\d\\.\\d\\d\\.2026 \\d\\d:\\d\\d:\\d\\d\"", RegexOptions.NonBacktracking)]
    private static partial Regex NorwegianDate();

    [GeneratedRegex("\"\\d?\\d/\\d?\\d/2026 \\d?\\d:\\d\\d:\\d\\d [AP]M\"", RegexOptions.NonBacktracking)]
    private static partial Regex AmericanDate();
}
