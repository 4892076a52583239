using System.Data.Common;
using System.Globalization;
using Dapper;
using Etl.Warehouse;

namespace Etl.Load.Tests.History;

/// <summary>The history of a tenant as it stands in a warehouse, in the form of <see cref="NaiveHistory"/>. Any store reads these queries.</summary>
internal static class PublishedHistory
{
    public static Task<IReadOnlyList<string>> VersionsAsync(IWarehouse warehouse, string tenant) => ReadAsync(warehouse, tenant, """
        SELECT d.device_id, d.valid_from, d.valid_to, d.is_current,
            coalesce(d.device_name, 'null'), coalesce(d.serial_number, 'null'), coalesce(d.manufacturer, 'null'), coalesce(d.model, 'null'),
            d.ownership, coalesce(d.organizational_unit, 'null'), coalesce(d.primary_user, 'null'), d.join_type, lower(d.enrollment_method),
            d.is_enrolled, d.is_autopilot, d.entra_object_id, d.intune_id, d.ad_distinguished_name, d.ad_sid, d.registered_utc, d.enrolled_utc
        FROM report.dim_device AS d JOIN report.dim_tenant AS t ON t.tenant_key = d.tenant_key
        WHERE t.tenant = '{0}'
        """);

    public static Task<IReadOnlyList<string>> EventsAsync(IWarehouse warehouse, string tenant) => ReadAsync(warehouse, tenant, """
        SELECT device_id, event_date, previous_date, event_type,
            CASE WHEN event_type = 'EnrollmentMethodChanged' THEN lower(old_code) ELSE old_code END,
            CASE WHEN event_type = 'EnrollmentMethodChanged' THEN lower(new_code) ELSE new_code END
        FROM report.device_event WHERE tenant = '{0}'
        """);

    public static Task<IReadOnlyList<string>> LifecyclesAsync(IWarehouse warehouse, string tenant) => ReadAsync(warehouse, tenant, """
        SELECT d.device_id, seen.date, joined.date, l.joined_utc, enrolled.date, l.enrolled_utc, lower(m.code), compliant.date, last.date, removed.date,
            l.hours_join_to_enroll
        FROM report.fact_device_lifecycle AS l
        JOIN (SELECT DISTINCT tenant_key, device_key, device_id FROM report.dim_device) AS d ON d.device_key = l.device_key
        JOIN report.dim_tenant AS t ON t.tenant_key = d.tenant_key
        JOIN report.dim_date AS seen ON seen.date_key = l.first_seen_date_key
        JOIN report.dim_date AS last ON last.date_key = l.last_seen_date_key
        LEFT JOIN report.dim_date AS joined ON joined.date_key = l.joined_date_key
        LEFT JOIN report.dim_date AS enrolled ON enrolled.date_key = l.enrolled_date_key
        LEFT JOIN report.dim_date AS compliant ON compliant.date_key = l.first_compliant_date_key
        LEFT JOIN report.dim_date AS removed ON removed.date_key = l.removed_date_key
        LEFT JOIN report.dim_enrollment_method AS m ON m.enrollment_method_key = l.enrollment_method_key
        WHERE t.tenant = '{0}'
        """);

    public static Task<IReadOnlyList<string>> GapsAsync(IWarehouse warehouse, string tenant) => ReadAsync(warehouse, tenant,
        "SELECT device_id, snapshot_date, gap_reason, gap_since FROM report.enrollment_gap WHERE tenant = '{0}'");

    private static Task<IReadOnlyList<string>> ReadAsync(IWarehouse warehouse, string tenant, string query)
    {
        return warehouse.UseAsync<IReadOnlyList<string>>(WarehouseAccess.Read, Read, TestContext.Current.CancellationToken);

        async Task<IReadOnlyList<string>> Read(WarehouseSession session)
        {
            var lines = new List<string>();
            await using var reader = await session.Connection.ExecuteReaderAsync(string.Format(CultureInfo.InvariantCulture, query, tenant));
            while (await reader.ReadAsync())
                lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column))));
            return [.. lines.Order(StringComparer.Ordinal)];
        }
    }

    private static string Text(DbDataReader row, int column) => row.GetValue(column) switch
    {
        DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day when row.GetDataTypeName(column).Equals("date", StringComparison.OrdinalIgnoreCase) =>
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.00", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
