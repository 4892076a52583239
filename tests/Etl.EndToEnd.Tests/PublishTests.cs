using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>A day from end to end, and what the exports of it promise.</summary>
public sealed class PublishTests(SimulatedDays days)
{
    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["devices"] = "snapshot_date,tenant,device_id,device_name,join_type,enrollment_state,enrollment_method,platform,ownership,"
            + "compliance_state,management_agent,scope,gap_reason,is_covered,is_autopilot,in_entra,in_intune,in_ad,ad_match,intune_match,"
            + "intune_record_count,join_type_as_expected,last_activity_utc,registered_utc,enrolled_utc,last_sync_utc",
        ["coverage"] = "snapshot_date,tenant,join_type,platform,ownership,devices,enrolled,in_scope,covered,coverage,coverage_all",
        ["trend"] = "snapshot_date,tenant,devices,enrolled,in_scope,covered,coverage,coverage_all,coverage_change_7_days",
        ["gaps"] = "snapshot_date,tenant,gap_reason",
        ["events"] = "event_date,tenant,device_id,device_name,event_type,old_code,new_code",
        ["time-to-enroll"] = "month,tenant,enrollment_method,label,category,devices,median_hours,p90_hours",
        ["runs"] = "run_id,tenant,as_of_utc,state,started_utc,ended_utc,source,"
            + "rows_read,rows_used,rows_superseded,rows_duplicate,rows_rejected",
        ["rejects"] = "run_id,source,position,field,reason,raw",
        ["quality"] = "run_id,tenant",
    };

    [Fact]
    public async Task A_run_publishes_what_every_export_then_shows_by_the_names_of_the_contract()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);

        var run = (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);
        var exports = Headers.Keys.ToDictionary(dataset => dataset, dataset => workplace.ExportAsync(dataset), StringComparer.Ordinal);
        await Task.WhenAll(exports.Values);

        run.Output.ShouldStartWith("contoso 2026-10-24: published. ");
        foreach (var (dataset, header) in Headers) (await exports[dataset]).ShouldStartWith(header);
        new Published(await exports["devices"], await exports["coverage"], await exports["gaps"]).ShouldBe(days.OfMonday);
        ShouldAccountForEveryRecord(await exports["runs"], await exports["rejects"]);
        ShouldAddUp(Csv.Rows(await exports["devices"]), Csv.Rows(await exports["coverage"]), Csv.Rows(await exports["gaps"]));
        Csv.Rows(await exports["quality"]).ShouldContain(row => row["code"] == "RejectedShare" && row["passed"] == "true");
        Directory.GetFiles(Path.Combine(workplace.ArchiveFolder, "contoso", "2026-10-24"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path).Split('-')[0]).ShouldBe(["ad", "entra", "intune", "manifest.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_input_and_instant_give_the_same_bytes_in_any_page_size_time_zone_and_language()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.TenantSettings["Graph"]!["PageSize"] = 7;
        workplace.Environment["TZ"] = "Pacific/Apia";
        workplace.Environment["LANG"] = "tr_TR.UTF-8";

        for (var time = 0; time < 2; time++)
        {
            (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);
            (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
        }

        Csv.ShouldBeSame(await workplace.ExportAsync("devices", "--from", "2026-10-24", "--to", "2026-10-25"), days.OfBoth.Devices);
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).Count(row => row["state"] == "Published").ShouldBe(3 * 3);
    }

    [Fact]
    public async Task A_day_before_the_latest_published_one_is_refused_with_the_way_to_rebuild_it()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.OnTuesday(graph.BaseUrl);

        var run = await workplace.EtlAsync("run", "--as-of", "2026-10-23T06:00:00Z");

        run.ShouldRefuse(EtlResult.Failed, "2026-10-24", "etl replay --from 2026-10-23");
        graph.Requests.ShouldBe(0);
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task A_dry_run_reads_and_tells_but_writes_nothing()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);

        var run = (await workplace.RunAsync(days.Monday, "--dry-run")).ShouldEndWith(EtlResult.Done);

        run.Output.ShouldContain("dry run, nothing written. ");
        Csv.Rows(days.OfMonday.Devices).Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(run.Output.Split("written. ")[1].Split(' ')[0]);
        Directory.GetFileSystemEntries(workplace.Folder).Select(Path.GetFileName).ShouldBe(["ad.csv", "settings.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_dry_run_beside_a_warehouse_leaves_it_to_the_byte()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        var before = await File.ReadAllBytesAsync(workplace.WarehouseFile, TestContext.Current.CancellationToken);

        (await workplace.RunAsync(days.Tuesday, "--dry-run")).ShouldEndWith(EtlResult.Done);

        var after = await File.ReadAllBytesAsync(workplace.WarehouseFile, TestContext.Current.CancellationToken);
        after.AsSpan().SequenceEqual(before).ShouldBeTrue();
        Directory.Exists(workplace.ArchiveFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_exporter_of_the_same_computers_gives_the_same_classification()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);
        await AdExport.WriteAsync(days.Monday, workplace.AdFile, AdExportFormat.PowerShell51Ansi, TestContext.Current.CancellationToken);
        workplace.TenantSettings["ActiveDirectory"]!["Culture"] = "nb-NO";
        workplace.TenantSettings["ActiveDirectory"]!["TimeZone"] = "Europe/Oslo";

        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);

        Csv.ShouldBeSame((await workplace.PublishedAsync()).Coverage, days.OfMonday.Coverage);
    }

    private void ShouldAccountForEveryRecord(string runs, string rejects)
    {
        var bySource = Csv.Rows(runs).ToDictionary(row => row["source"], StringComparer.Ordinal);
        var read = bySource.ToDictionary(source => source.Key, source => Number(source.Value, "rows_read"), StringComparer.Ordinal);

        read.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["ActiveDirectory"] = days.Monday.ActiveDirectoryCount,
            ["Entra"] = days.Monday.EntraCount,
            ["Intune"] = days.Monday.IntuneCount,
        }, ignoreOrder: true);
        foreach (var (source, row) in bySource)
        {
            row["state"].ShouldBe("Published");
            string[] parts = ["rows_used", "rows_superseded", "rows_duplicate", "rows_rejected"];
            parts.Sum(part => Number(row, part)).ShouldBe(read[source]);
            Csv.Rows(rejects).Count(reject => reject["source"] == source).ShouldBe(Number(row, "rows_rejected"));
        }
    }

    private static void ShouldAddUp(
        IReadOnlyList<IReadOnlyDictionary<string, string>> devices,
        IReadOnlyList<IReadOnlyDictionary<string, string>> coverage,
        IReadOnlyList<IReadOnlyDictionary<string, string>> gaps)
    {
        coverage.Sum(row => Number(row, "devices")).ShouldBe(devices.Count);
        coverage.Sum(row => Number(row, "enrolled")).ShouldBe(devices.Count(device => device["enrollment_state"] == "Enrolled"));
        coverage.Sum(row => Number(row, "in_scope")).ShouldBe(devices.Count(device => device["scope"] == "InScope"));
        coverage.Sum(row => Number(row, "covered")).ShouldBe(devices.Count(device => device["is_covered"] == "true"));
        gaps.Select(gap => gap["device_id"]).ShouldBe(
            devices.Where(device => device["gap_reason"] != "None").Select(device => device["device_id"]), ignoreOrder: true);
        devices.Select(device => device["device_id"]).Distinct().Count().ShouldBe(devices.Count);
    }

    private static int Number(IReadOnlyDictionary<string, string> row, string column) =>
        int.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture);
}
