using Dapper;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Dashboard.Data;

/// <summary>The questions of the pages, all of them to the report views.</summary>
public sealed class DashboardReports(IWarehouse warehouse, ReportCache cache)
{
    public const int DevicesPerPage = 50;
    private const int RunsShown = 60;

    private readonly ReportQueries _queries = new(warehouse);

    /// <summary>The day that a filter means: of its tenant or the first one, its date or the latest; null where nothing is published.</summary>
    public async Task<DashboardView?> ViewAsync(Filter filter)
    {
        var days = await cache.GetAsync("days", () => warehouse.UseAsync(
            WarehouseAccess.Read, session => SnapshotDays.ReadAsync(session, tenant: null, CancellationToken.None), CancellationToken.None));
        var ofTenant = days.Where(day => filter.Tenant is null || day.Tenant.Equals(filter.Tenant, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofTenant.Count == 0) return null;
        var tenant = ofTenant[0].Tenant;
        var day = ofTenant.LastOrDefault(day => day.Tenant == tenant && (filter.Date is null || day.SnapshotDate <= filter.Date));
        return day is null ? null : new DashboardView(day, days, await QueryAsync<Member>("dashboard_members", []));
    }

    /// <summary>The devices of a day, counted by everything that pages count by: a few hundred rows, whatever the devices.</summary>
    public Task<IReadOnlyList<SnapshotCount>> CountsAsync(SnapshotDay day) => QueryAsync<SnapshotCount>(
        "dashboard_counts", [("tenant_key", day.TenantKey), ("snapshot_date_key", day.SnapshotDateKey)]);

    /// <summary>All published days up to this one.</summary>
    public Task<IReadOnlyList<TrendDay>> TrendAsync(SnapshotDay day, Filter filter) => QueryAsync<TrendDay>("dashboard_trend",
        [("tenant_key", day.TenantKey), ("to_date_key", day.SnapshotDateKey), ("join_type", filter.JoinType), ("platform", filter.Platform), ("ownership", filter.Ownership)]);

    /// <summary>One page of the devices that a filter shows, by name.</summary>
    public Task<IReadOnlyList<DeviceRow>> DevicesAsync(SnapshotDay day, Filter filter) => QueryAsync<DeviceRow>("dashboard_devices",
    [
        ("tenant_key", day.TenantKey), ("snapshot_date_key", day.SnapshotDateKey), ("join_type", filter.JoinType), ("platform", filter.Platform),
        ("ownership", filter.Ownership), ("enrollment_state", filter.State), ("enrollment_method", filter.Method), ("gap_reason", filter.Gap),
        ("search", filter.Search is null ? null : Like(filter.Search)), ("skip", (filter.Page - 1) * DevicesPerPage), ("take", DevicesPerPage),
    ]);

    /// <summary>A device as it was last published; null where it never was.</summary>
    public async Task<DeviceRow?> DeviceAsync(SnapshotDay day, string deviceId) =>
        await QueryAsync<DeviceRow>("dashboard_device", [("tenant_key", day.TenantKey), ("device_id", deviceId)]) is [var device, ..] ? device : null;

    public Task<IReadOnlyList<DeviceEvent>> EventsAsync(SnapshotDay day, string deviceId) =>
        QueryAsync<DeviceEvent>("dashboard_device_events", [("tenant_key", day.TenantKey), ("device_id", deviceId)]);

    /// <summary>The latest runs, newest first.</summary>
    public Task<IReadOnlyList<RunRow>> RunsAsync(string? tenant) => QueryAsync<RunRow>("dashboard_runs", [("tenant", tenant), ("take", RunsShown)]);

    public Task<IReadOnlyList<SourceHealth>> SourcesAsync() =>
        cache.GetAsync("sources", () => _queries.RunHealthAsync(tenant: null, CancellationToken.None));

    // What is cached is asked for by many: one that goes away must not take the answer from the others.
    private Task<IReadOnlyList<T>> QueryAsync<T>(string query, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        var question = $"{query} {string.Join('\u0001', parameters.Select(parameter => parameter.Value))}";
        return cache.GetAsync(question, () => warehouse.UseAsync<IReadOnlyList<T>>(WarehouseAccess.Read, async session =>
        {
            var values = new DynamicParameters();
            foreach (var (name, value) in parameters) values.Add(name, value);
            return (await session.Connection.QueryAsync<T>(session.Scripts[$"queries/{query}.sql"], values)).AsList();
        }, CancellationToken.None));
    }

    private static string Like(string part) => "%" + part.ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)
        .Replace("[", "![", StringComparison.Ordinal) + "%";
}
