namespace Etl.EndToEnd.Tests.Running;

/// <summary>Every published day of a warehouse, as exported.</summary>
internal sealed record Published(string Devices, string Coverage, string Gaps)
{
    public static readonly Published Nothing = new("", "", "");

    /// <summary>The same under another tenant's name.</summary>
    public Published Of(string tenant) => new(Rename(Devices, tenant), Rename(Coverage, tenant), Rename(Gaps, tenant));

    /// <summary>Only the rows of one tenant.</summary>
    public Published Only(string tenant) => new(Pick(Devices, tenant), Pick(Coverage, tenant), Pick(Gaps, tenant));

    /// <summary>Says where two differ: records of a hundred kilobytes are no message.</summary>
    public void ShouldBe(Published expected)
    {
        Csv.ShouldBeSame(Devices, expected.Devices);
        Csv.ShouldBeSame(Coverage, expected.Coverage);
        Csv.ShouldBeSame(Gaps, expected.Gaps);
    }

    private static string Rename(string csv, string tenant) =>
        csv.Replace($",{Workplace.Tenant},", $",{tenant},", StringComparison.Ordinal);

    // No simulated name holds a line feed, so that a line is a record.
    private static string Pick(string csv, string tenant) => string.Concat(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where((line, number) => number == 0 || line.Split(',')[1] == tenant).Select(line => line + "\n"));
}
