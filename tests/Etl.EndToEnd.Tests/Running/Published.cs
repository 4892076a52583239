namespace Etl.EndToEnd.Tests.Running;

/// <summary>Every published day of a warehouse, as exported.</summary>
internal sealed record Published(string Devices, string Coverage, string Gaps)
{
    public static readonly Published Nothing = new("", "", "");

    /// <summary>Says where two differ: records of a hundred kilobytes are no message.</summary>
    public void ShouldBe(Published expected)
    {
        Csv.ShouldBeSame(Devices, expected.Devices);
        Csv.ShouldBeSame(Coverage, expected.Coverage);
        Csv.ShouldBeSame(Gaps, expected.Gaps);
    }
}
