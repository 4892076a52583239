using Dapper;
using Etl.Warehouse;
using Etl.Warehouse.Reports;

namespace Etl.Dashboard.Data;

/// <summary>The questions of the pages, all of them to the report views, and all of one page to one edition of them.</summary>
public sealed class DashboardReports : IDisposable
{
    public const int DevicesPerPage = 50;
    private const int MostAttempts = 10;
    private const int RunsShown = 60;
    private const int RunsAtOnce = 10;
    private static readonly TimeSpan JournalAge = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly EditionWatch _editions;
    private readonly LastRuns _lastRuns;
    private readonly ReportCache _cache;

    public DashboardReports(IWarehouse warehouse, TimeProvider clock)
    {
        _clock = clock;
        _cache = new ReportCache(warehouse.ForOnlookers, clock);
        _lastRuns = new LastRuns(clock, tenant => warehouse.ForOnlookers.UseAsync(
            WarehouseAccess.Read, session => LastRunAsync(session, tenant), CancellationToken.None));
        _editions = new EditionWatch(warehouse.ForOnlookers, clock, PrepareAsync);
    }

    /// <summary>What is to be said today of the day that is shown; null where nothing is.</summary>
    public async Task<string?> StandingAsync(DashboardView view) => view.Day.IsLatest
        ? Standing.Of(view.Day, await _lastRuns.OfAsync(view.Day.Tenant), DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime))
        : null;

    /// <summary>The edition that pages are of at the moment.</summary>
    public Task<Edition> EditionAsync() => _editions.CurrentAsync();

    /// <summary>Reads again until all that is read is of one edition. Publications are minutes apart, readings fractions of a second.</summary>
    public async Task<T> OfOneEditionAsync<T>(Func<Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await read();
            }
            catch (EditionChangedException) when (attempt < MostAttempts)
            {
                await _editions.NextAsync();
            }
        }
    }

    /// <summary>The day that a filter means: of its tenant or the first one, its date or the latest; null where nothing is published.</summary>
    public async Task<DashboardView?> ViewAsync(Filter filter)
    {
        var edition = await _editions.CurrentAsync();
        var days = await DaysAsync(edition);
        var ofTenant = days.Where(day => filter.Tenant is null || day.Tenant.Equals(filter.Tenant, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofTenant.Count == 0) return null;
        var tenant = ofTenant[0].Tenant;
        var day = ofTenant.LastOrDefault(day => day.Tenant == tenant && (filter.Date is null || day.SnapshotDate <= filter.Date));
        return day is null ? null : new DashboardView(edition, day, days, await MembersAsync(edition));
    }

    /// <summary>All published days of all tenants, in the order of tenant and day.</summary>
    public async Task<IReadOnlyList<SnapshotDay>> DaysAsync() => await DaysAsync(await _editions.CurrentAsync());

    /// <summary>The devices of a day, counted by everything that pages count by: a few hundred rows, whatever the devices.</summary>
    public Task<IReadOnlyList<SnapshotCount>> CountsAsync(DashboardView view) => QueryAsync<SnapshotCount>(view.Edition, "dashboard_counts", OfDay(view));

    /// <summary>Whether retention has removed the devices of the day: it is counted in coverage and trend, and has no row of its own.</summary>
    public async Task<bool> IsRemovedAsync(DashboardView view) => view.Day.Devices > 0 && (await CountsAsync(view)).Count == 0;

    /// <summary>What is kept of a day for good: its devices as coverage counts them, however long they are gone.</summary>
    public Task<IReadOnlyList<SnapshotCount>> KeptCountsAsync(DashboardView view) => QueryAsync<SnapshotCount>(view.Edition, "dashboard_coverage", OfDay(view));

    /// <summary>Those of them that a filter shows, also of a day whose devices are removed.</summary>
    public async Task<IReadOnlyList<SnapshotCount>> CoverageAsync(DashboardView view, Filter filter) =>
        [.. (await IsRemovedAsync(view) ? await KeptCountsAsync(view) : await CountsAsync(view)).Where(filter.Shows)];

    /// <summary>Those of them that a filter shows.</summary>
    public async Task<IReadOnlyList<SnapshotCount>> CountsAsync(DashboardView view, Filter filter) => [.. (await CountsAsync(view)).Where(filter.Shows)];

    /// <summary>All published days up to this one.</summary>
    public Task<IReadOnlyList<TrendDay>> TrendAsync(DashboardView view, Filter filter) => QueryAsync<TrendDay>(view.Edition, "dashboard_trend",
    [
        ("tenant_key", view.Day.TenantKey), ("to_date_key", view.Day.SnapshotDateKey), ("join_type", filter.JoinType), ("platform", filter.Platform),
        ("ownership", filter.Ownership),
    ]);

    /// <summary>One page of the devices that a filter shows, by name, and how many there are in all; the last page where it asks for a later one.</summary>
    public async Task<DeviceList> DevicesAsync(DashboardView view, Filter filter)
    {
        var list = await PageAsync(view, filter);
        if (list.Total > 0 || filter.Page == 1) return list;
        var first = await PageAsync(view, filter with { Page = 1 });
        return first.Total <= DevicesPerPage ? first : await PageAsync(view, filter with { Page = DeviceList.PagesOf(first.Total) });
    }

    /// <summary>The ids of the devices of the day whose name, serial number or id holds a text, as the list of them has it.</summary>
    public async Task<IReadOnlySet<string>> SearchAsync(DashboardView view, string text) =>
        (await QueryAsync<string>(view.Edition, "dashboard_device_search", [.. OfDay(view), ("search", Like(text))])).ToHashSet(StringComparer.Ordinal);

    private Task<DeviceList> PageAsync(DashboardView view, Filter filter)
    {
        (string, object?)[] which =
        [
            .. OfDay(view), ("join_type", filter.JoinType), ("platform", filter.Platform), ("ownership", filter.Ownership), ("enrollment_state", filter.State),
            ("enrollment_method", filter.Method), ("gap_reason", filter.Gap),
            ("is_in_scope", filter.Coverage?.IsInScope), ("is_covered", filter.Coverage?.IsCovered), ("search", filter.Search is null ? null : Like(filter.Search)),
            ("skip", (filter.Page - 1) * DevicesPerPage), ("take", DevicesPerPage),
        ];
        return _cache.GetAsync(view.Edition, Question("devices", which), async session =>
        {
            var versions = await AskAsync<(int Key, long Total)>(session, "dashboard_device_page", which);
            if (versions.Count == 0) return new DeviceList([], 0, filter.Page);
            var keys = string.Join(',', versions.Select(version => version.Key));
            return new DeviceList(await AskAsync<DeviceRow>(session, "dashboard_devices", [.. OfDay(view), ("version_keys", keys)]), versions[0].Total, filter.Page);
        });
    }

    /// <summary>A device as it was last published, on the latest day that is kept of it; null where there is none.</summary>
    public Task<DeviceRow?> DeviceAsync(DashboardView view, string deviceId) => _cache.GetAsync(view.Edition, Question("device", OfDevice(view, deviceId)), async session =>
    {
        if (await AskAsync<(int Key, int DayKey)>(session, "dashboard_device_day", OfDevice(view, deviceId)) is not [var (key, dayKey), ..]) return null;
        if (await DeviceOnAsync(session, key, dayKey) is { } device) return device;
        // Retention has taken that day, and may have left the end of a month.
        return await AskAsync<int?>(session, "dashboard_device_kept_day", [("device_key", key), ("snapshot_date_key", dayKey)]) is [{ } kept, ..]
            ? await DeviceOnAsync(session, key, kept)
            : null;
    });

    public Task<IReadOnlyList<DeviceEvent>> EventsAsync(DashboardView view, string deviceId) =>
        QueryAsync<DeviceEvent>(view.Edition, "dashboard_device_events", OfDevice(view, deviceId));

    /// <summary>The latest runs, newest first, those that have not ended too.</summary>
    public Task<IReadOnlyList<RunRow>> RunsAsync(Edition edition, string? tenant) =>
        QueryAsync<RunRow>(edition, "dashboard_runs", [("tenant", tenant), ("take", RunsShown)], JournalAge);

    public Task<IReadOnlyList<SourceHealth>> SourcesAsync(Edition edition, string? tenant = null) =>
        QueryAsync<SourceHealth>(edition, "run_health", [("tenant", tenant)]);

    public void Dispose() => _cache.Dispose();

    private static async Task<RunRow?> LastRunAsync(WarehouseSession session, string tenant) =>
        (await AskAsync<RunRow>(session, "dashboard_runs", [("tenant", tenant), ("take", RunsAtOnce)])).FirstOrDefault(run => run.EndedUtc is not null);

    // The latest day as everybody opens it.
    private async Task PrepareAsync(Edition edition)
    {
        var (days, members, all) = (await DaysAsync(edition), await MembersAsync(edition), new Filter());
        foreach (var view in days.Where(day => day.IsLatest).Select(day => new DashboardView(edition, day, days, members)))
        {
            await CountsAsync(view);
            await TrendAsync(view, all);
            await DevicesAsync(view, all);
        }
    }

    private Task<IReadOnlyList<SnapshotDay>> DaysAsync(Edition edition) =>
        _cache.GetAsync(edition, "days", session => SnapshotDays.ReadAsync(session, tenant: null, CancellationToken.None));

    private Task<IReadOnlyList<Member>> MembersAsync(Edition edition) => QueryAsync<Member>(edition, "dashboard_members", []);

    private static async Task<DeviceRow?> DeviceOnAsync(WarehouseSession session, int deviceKey, int dayKey) =>
        await AskAsync<DeviceRow>(session, "dashboard_device", [("device_key", deviceKey), ("snapshot_date_key", dayKey)]) is [var device, ..] ? device : null;

    private static (string Name, object? Value)[] OfDay(DashboardView view) => [("tenant_key", view.Day.TenantKey), ("snapshot_date_key", view.Day.SnapshotDateKey)];

    private static (string Name, object? Value)[] OfDevice(DashboardView view, string deviceId) => [("tenant_key", view.Day.TenantKey), ("device_id", deviceId)];

    private Task<IReadOnlyList<T>> QueryAsync<T>(Edition edition, string query, IReadOnlyList<(string, object?)> parameters, TimeSpan? age = null) =>
        _cache.GetAsync(edition, Question(query, parameters), session => AskAsync<T>(session, query, parameters), age);

    private static async Task<IReadOnlyList<T>> AskAsync<T>(WarehouseSession session, string query, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        var values = new DynamicParameters();
        foreach (var (name, value) in parameters) values.Add(name, value);
        return (await session.Connection.QueryAsync<T>(session.Scripts[$"queries/{query}.sql"], values)).AsList();
    }

    private static string Question(string query, IEnumerable<(string Name, object? Value)> parameters) =>
        $"{query} {string.Join('\u0001', parameters.Select(parameter => parameter.Value))}";

    private static string Like(string part) => "%" + part
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)
        .Replace("[", "![", StringComparison.Ordinal) + "%";
}
