using Dapper;
using Etl.Model.Errors;
using Etl.Warehouse;

namespace Etl.Export;

/// <summary>
/// Which queries answer a request. Datasets of published days are asked for day by day, large days in slices of device ids: in the
/// order of tenant, day and device, and with no more to sort at a time than the store's memory holds.
/// </summary>
internal static class ExportQueries
{
    private const int DaysNamed = 5;

    public static async Task<IReadOnlyList<ExportQuery>> ForAsync(
        WarehouseSession session, ExportRequest request, CancellationToken cancellationToken)
    {
        var whole = new ExportQuery(
            ExportDatasets.QueryOf(request.Dataset), [("tenant", request.Tenant), ("from_date", request.From), ("to_date", request.To)]);
        if (!ExportDatasets.IsOfSnapshots(request.Dataset) && !ExportDatasets.IsOfHistory(request.Dataset))
        {
            await CheckHasRunsAsync(session, request.Tenant, cancellationToken);
            return [whole];
        }

        var days = await DaysAsync(session, request, whenNoneIsNamed: static day => day.IsLatest, cancellationToken);
        return ExportDatasets.IsOfHistory(request.Dataset) ? [whole] : [.. days.SelectMany(day => Of(request.Dataset, day))];
    }

    /// <summary>The published days that a request asks for, in the order of tenant and day.</summary>
    public static async Task<IReadOnlyList<SnapshotDay>> DaysAsync(
        WarehouseSession session, ExportRequest request, Func<SnapshotDay, bool> whenNoneIsNamed, CancellationToken cancellationToken)
    {
        var days = Choose(await SnapshotDays.ReadAsync(session, tenant: null, cancellationToken), request, whenNoneIsNamed);
        return ExportDatasets.NeedsDevices(request.Dataset) ? await WithDevicesAsync(session, days, cancellationToken) : days;
    }

    /// <summary>The queries that give a published day.</summary>
    public static IEnumerable<ExportQuery> Of(ExportDataset dataset, SnapshotDay day) =>
        DeviceSlice.Of(DevicesToSort(dataset, day)).Select(slice => Of(dataset, day.TenantKey, day.SnapshotDateKey, slice));

    /// <summary>A query that gives the columns of a dataset of published days, and no row.</summary>
    public static ExportQuery WithoutRows(ExportDataset dataset) => Of(dataset, tenantKey: 0, snapshotDateKey: 0, DeviceSlice.Of(0)[0]);

    private static ExportQuery Of(ExportDataset dataset, short tenantKey, int snapshotDateKey, DeviceSlice slice) =>
        new(ExportDatasets.QueryOf(dataset),
        [
            ("tenant_key", tenantKey), ("snapshot_date_key", snapshotDateKey),
            ("from_device_id", slice.From), ("before_device_id", slice.Before),
        ]);

    private static async Task CheckHasRunsAsync(WarehouseSession session, string? tenant, CancellationToken cancellationToken)
    {
        if (tenant is null) return;
        var tenants = (await session.Connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT tenant FROM report.runs ORDER BY tenant", cancellationToken: cancellationToken))).AsList();
        if (!tenants.Contains(tenant))
            throw new EtlException(Stage.Export,
                $"Tenant '{tenant}' has no run in the warehouse. Tenants with runs: {string.Join(", ", tenants)}.");
    }

    // A span of days goes without those whose devices retention has removed; where none is left, that is worth a sentence.
    private static async Task<IReadOnlyList<SnapshotDay>> WithDevicesAsync(
        WarehouseSession session, List<SnapshotDay> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return days;
        var kept = (await session.Connection.QueryAsync<(short, int)>(new CommandDefinition(
            session.Scripts["queries/days_with_devices.sql"],
            new { from_date_key = days.Min(day => day.SnapshotDateKey), to_date_key = days.Max(day => day.SnapshotDateKey) },
            cancellationToken: cancellationToken))).ToHashSet();
        var whole = days.FindAll(day => kept.Contains((day.TenantKey, day.SnapshotDateKey)));
        return whole.Count > 0 ? whole : throw new EtlException(Stage.Export,
            $"The devices of {days[^1].SnapshotDate:yyyy-MM-dd} were removed by retention (Retention:SnapshotDays); coverage and trend are kept.");
    }

    private static List<SnapshotDay> Choose(
        IReadOnlyList<SnapshotDay> days, ExportRequest request, Func<SnapshotDay, bool> whenNoneIsNamed)
    {
        if (days.Count == 0) throw new EtlException(Stage.Export, "The warehouse has no published day yet. `etl run` publishes one.");
        var ofTenant = days.Where(day => request.Tenant is null || day.Tenant == request.Tenant).ToList();
        if (ofTenant.Count == 0)
            throw new EtlException(Stage.Export,
                $"Tenant '{request.Tenant}' has no published day. Tenants in the warehouse: {Names(days)}.");
        if (request.From is null && request.To is null) return [.. ofTenant.Where(whenNoneIsNamed)];

        var chosen = ofTenant.Where(day =>
            (request.From is null || day.SnapshotDate >= request.From) && (request.To is null || day.SnapshotDate <= request.To)).ToList();
        return chosen.Count > 0 ? chosen : throw new EtlException(Stage.Export, $"No day is published {Span(request)}. {Published(ofTenant)}");
    }

    private static long DevicesToSort(ExportDataset dataset, SnapshotDay day) => dataset == ExportDataset.Coverage ? 0 : day.Devices;

    private static string Names(IEnumerable<SnapshotDay> days) => string.Join(", ", days.Select(day => day.Tenant).Distinct());

    private static string Span(ExportRequest request) =>
        request switch
        {
            { From: null } => $"up to {request.To:yyyy-MM-dd}",
            { To: null } => $"from {request.From:yyyy-MM-dd} on",
            _ when request.From == request.To => $"for {request.From:yyyy-MM-dd}",
            _ => $"from {request.From:yyyy-MM-dd} to {request.To:yyyy-MM-dd}",
        };

    private static string Published(IReadOnlyCollection<SnapshotDay> days)
    {
        var dates = days.Select(day => day.SnapshotDate).Distinct().Order().ToList();
        var latest = string.Join(", ", dates.TakeLast(DaysNamed).Select(date => $"{date:yyyy-MM-dd}"));
        return dates.Count <= DaysNamed
            ? $"Published: {latest}."
            : $"Published are {dates.Count} days from {dates[0]:yyyy-MM-dd} on, the latest: {latest}.";
    }
}
