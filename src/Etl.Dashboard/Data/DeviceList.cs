namespace Etl.Dashboard.Data;

/// <summary>One page of the devices that a filter shows.</summary>
/// <param name="Total">How many it shows in all.</param>
/// <param name="Page">The number of the page, from 1.</param>
public sealed record DeviceList(IReadOnlyList<DeviceRow> Devices, long Total, int Page)
{
    public int Pages => PagesOf(Total);

    public static int PagesOf(long total) => (int)Math.Max(1, (total + DashboardReports.DevicesPerPage - 1) / DashboardReports.DevicesPerPage);
}
