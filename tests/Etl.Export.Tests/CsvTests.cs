using System.Text;
using Etl.Load;
using Etl.Load.Tests;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using static Etl.Load.Tests.Sample;

namespace Etl.Export.Tests;

public sealed class CsvTests : IDisposable
{
    private const string DevicesStart =
        "snapshot_date,tenant,device_id,device_name,join_type,enrollment_state,enrollment_method,platform,ownership,compliance_state,"
        + "management_agent,scope,gap_reason,is_covered,is_autopilot,in_entra,in_intune,in_ad,ad_match,intune_match,intune_record_count,"
        + "join_type_as_expected,last_activity_utc,registered_utc,enrolled_utc,last_sync_utc,";

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Devices_begin_with_the_promised_columns_and_forms()
    {
        await PublishAsync(FirstDay, Device(1) with { Enrolled = new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero) }, Missing(2));

        var lines = await LinesAsync(ExportDataset.Devices);

        lines[0].ShouldStartWith(DevicesStart);
        lines[1].ShouldStartWith(
            $"2026-01-30,contoso,{Id(1)},PC-1,HybridJoined,Enrolled,GroupPolicy,Windows,Company,compliant,mdm,InScope,None,true,false,true,true,"
            + "true,ObjectGuid,DeviceId,1,true,2026-01-29T08:30:15.123Z,,2025-12-01T00:00:00.000Z,,1,");
        lines[2].ShouldStartWith(
            $"2026-01-30,contoso,{Id(2)},PC-2,DomainJoined,NotEnrolled,NotEnrolled,Windows,Company,unknown,none,InScope,NotSynced,false,false,"
            + "false,false,true,ObjectGuid,None,0,,2026-01-29T08:30:15.123Z,,,,1,");
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Coverage_has_these_columns_and_ratios_of_four_decimals_rounded_half_up()
    {
        var sixteen = Enumerable.Range(1, 16).Select(i => Device(i) with { IsCovered = i <= 13 });
        var thirtyTwo = Enumerable.Range(101, 32).Select(i => i == 101
            ? Device(i) with { Platform = Platform.macOS }
            : Missing(i) with { Platform = Platform.macOS, JoinType = JoinType.HybridJoined });
        var outOfScope = Device(200) with { Ownership = Ownership.Personal, Scope = Scope.Personal, IsCovered = false };
        await PublishAsync(FirstDay, [.. sixteen, .. thirtyTwo, outOfScope]);

        (await LinesAsync(ExportDataset.Coverage)).ShouldBe(
        [
            "snapshot_date,tenant,join_type,platform,ownership,devices,enrolled,in_scope,covered,coverage,coverage_all",
            "2026-01-30,contoso,HybridJoined,Windows,Company,16,16,16,13,0.8125,1.0000",
            "2026-01-30,contoso,HybridJoined,Windows,Personal,1,1,0,0,,1.0000",
            "2026-01-30,contoso,HybridJoined,macOS,Company,32,1,32,1,0.0313,0.0313",
        ]);
    }

    [Fact]
    public async Task Gaps_say_why_and_what_to_do()
    {
        await PublishAsync(FirstDay, Device(1), Missing(2) with { OrganizationalUnit = "OU=A,DC=contoso,DC=example" });

        (await LinesAsync(ExportDataset.Gaps)).ShouldBe(
        [
            "snapshot_date,tenant,gap_reason,label,severity,device_id,device_name,join_type,enrollment_state,platform,ownership,scope,"
            + "organizational_unit,primary_user,last_activity_utc,explanation,recommended_action,gap_since,is_covered",
            $"2026-01-30,contoso,NotSynced,Not synchronised,High,{Id(2)},PC-2,DomainJoined,NotEnrolled,Windows,Company,InScope,"
            + "\"OU=A,DC=contoso,DC=example\",,2026-01-29T08:30:15.123Z,Entra Connect does not know it.,Add its OU to the synchronisation.,2026-01-30,false",
        ]);
    }

    [Fact]
    public async Task Events_and_trend_tell_what_changed_and_devices_of_an_earlier_day_are_as_they_were()
    {
        await PublishAsync(FirstDay, Device(1) with { DeviceName = "OLD" }, Missing(2));
        await PublishAsync(FirstDay.AddDays(1), Device(1) with { DeviceName = "NEW" }, Device(2));

        var events = await LinesAsync(ExportDataset.Events);
        var trend = await LinesAsync(ExportDataset.Trend);
        var before = await TextAsync(Request(ExportDataset.Devices) with { From = FirstDay, To = FirstDay });

        events[0].ShouldStartWith("event_date,tenant,device_id,device_name,event_type,old_code,new_code,previous_date,");
        events[1..].Select(line => string.Join(',', line.Split(',')[..8])).ShouldBe(
        [
            $"2026-01-31,contoso,{Id(2)},PC-2,JoinTypeChanged,DomainJoined,HybridJoined,2026-01-30",
            $"2026-01-31,contoso,{Id(2)},PC-2,Enrolled,NotEnrolled,Enrolled,2026-01-30",
            $"2026-01-31,contoso,{Id(2)},PC-2,BecameCompliant,unknown,compliant,2026-01-30",
        ]);
        trend[1..].Select(line => string.Join(',', line.Split(',')[..8])).ShouldBe(
            ["2026-01-30,contoso,2,1,2,1,0.5000,0.5000", "2026-01-31,contoso,2,2,2,2,1.0000,1.0000"]);
        before.ShouldContain(",OLD,");
        before.ShouldNotContain(",NEW,");
    }

    [Fact]
    public async Task Runs_have_a_row_for_each_source_and_one_for_a_run_without()
    {
        var failed = Run(FirstDay, number: 2) with { State = RunState.Failed, Sources = [], Error = "Graph said \"no\",\nand hung up." };
        await new RunJournal(_folder.Warehouse()).FinishAsync(failed, [], Cancellation);
        await new RunJournal(_folder.Warehouse()).FinishAsync(Run(FirstDay.AddDays(1)) with { State = RunState.Held }, [], Cancellation);

        var text = await TextAsync(Request(ExportDataset.Runs));

        text.ShouldStartWith(
            "run_id,tenant,as_of_utc,state,started_utc,ended_utc,source,rows_read,rows_used,rows_superseded,rows_duplicate,rows_rejected,");
        text.ShouldContain($"\n{failed.RunId},contoso,2026-01-30T06:00:00.000Z,Failed,2026-01-30T06:01:00.000Z,,,,,");
        text.ShouldContain(",\"Graph said \"\"no\"\",\nand hung up.\"\n");
        text.ShouldContain(",contoso,2026-01-31T06:00:00.000Z,Held,2026-01-31T06:01:00.000Z,,Entra,3,2,0,0,1,");
    }

    [Fact]
    public async Task Rejects_have_these_columns()
    {
        await PublishAsync(FirstDay, Device(1));

        (await LinesAsync(ExportDataset.Rejects)).ShouldBe(
        [
            "run_id,source,position,field,reason,raw",
            $"{Run(FirstDay).RunId},Entra,page 1 item 3,deviceId,Expected a GUID.,\"{{\"\"id\"\":\"\"x\"\"}}\"",
        ]);
    }

    [Fact]
    public async Task Quality_lists_every_check_of_the_run()
    {
        await PublishAsync(FirstDay, Device(1));

        var lines = await LinesAsync(ExportDataset.Quality);

        lines[0].ShouldBe("run_id,tenant,snapshot_date,as_of_utc,state,code,subject,severity,expected,found,passed");
        lines.ShouldContain(line => line.Contains(",DuplicateDeviceId,,Hold,every device id is staged once,as expected,true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("'quoted'", "'quoted'")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_harmless(string name, string cell)
    {
        await PublishAsync(FirstDay, Device(1) with { DeviceName = name, DaysSinceActivity = -3 });

        var escaped = await TextAsync(Request(ExportDataset.Devices));
        var asItIs = await TextAsync(Request(ExportDataset.Devices) with { Escape = false });

        escaped.ShouldContain($",{Id(1)},{cell},HybridJoined,");
        escaped.ShouldContain(",-3,true,true,");
        asItIs.ShouldContain($",{Id(1)},{(name.Contains('\r', StringComparison.Ordinal) ? $"\"{name}\"" : name)},HybridJoined,");
    }

    [Fact]
    public async Task Excel_gets_a_byte_order_mark_and_its_line_ends()
    {
        await PublishAsync(FirstDay, Device(1) with { DeviceName = "Zoë" });

        await ExportAsync(Request(ExportDataset.Devices) with { Excel = true });
        var excel = await File.ReadAllBytesAsync(_folder["out.csv"], Cancellation);
        await ExportAsync(Request(ExportDataset.Devices));
        var plain = await File.ReadAllBytesAsync(_folder["out.csv"], Cancellation);

        excel.ShouldBe([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(plain).Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Encoding.UTF8.GetString(plain).ShouldContain("Zoë");
    }

    [Fact]
    public async Task Rows_are_ordered_by_tenant_day_and_device_id_whatever_order_they_came_in()
    {
        await PublishAsync(FirstDay, [Device(3), Device(1)], "fabrikam");
        await PublishAsync(FirstDay, [Device(2), Device(10), Device(1)], "contoso");
        await PublishAsync(FirstDay.AddDays(1), [Device(2), Device(0)], "contoso");

        var lines = await LinesAsync(Request(ExportDataset.Devices) with { From = FirstDay, To = FirstDay.AddDays(1) });

        lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..3])).ShouldBe(
        [
            $"2026-01-30,contoso,{Id(1)}", $"2026-01-30,contoso,{Id(2)}", $"2026-01-30,contoso,{Id(10)}",
            $"2026-01-31,contoso,{Id(0)}", $"2026-01-31,contoso,{Id(2)}",
            $"2026-01-30,fabrikam,{Id(1)}", $"2026-01-30,fabrikam,{Id(3)}",
        ]);
    }

    [Fact]
    public async Task Without_a_day_each_tenant_gives_its_latest()
    {
        await PublishAsync(FirstDay, [Device(1)], "fabrikam");
        await PublishAsync(FirstDay, [Device(1)], "contoso");
        await PublishAsync(FirstDay.AddDays(1), [Device(2)], "contoso");

        var all = await LinesAsync(ExportDataset.Devices);
        var one = await LinesAsync(Request(ExportDataset.Devices) with { Tenant = "fabrikam" });

        all.Skip(1).Select(line => line[..10]).ShouldBe(["2026-01-31", "2026-01-30"]);
        one.Skip(1).ShouldHaveSingleItem().ShouldStartWith("2026-01-30,fabrikam,");
    }

    [Theory]
    [InlineData(ExportDataset.Devices)]
    [InlineData(ExportDataset.Coverage)]
    [InlineData(ExportDataset.Gaps)]
    public async Task The_same_input_published_again_exports_the_same_bytes(ExportDataset dataset)
    {
        ClassifiedDevice[] devices = [Device(1), Missing(2), Device(3) with { EnrollmentMethod = "unmapped" }];
        await PublishAsync(FirstDay, devices);
        var before = await TextAsync(Request(dataset));

        await PublishAsync(FirstDay, [.. devices.Reverse()], number: 2);

        (await TextAsync(Request(dataset))).ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_tenant_or_day_is_answered_with_what_there_is()
    {
        await PublishAsync(FirstDay, Device(1));

        (await FailAsync(Request(ExportDataset.Devices) with { Tenant = "nobody" })).ShouldContain("Tenants in the warehouse: contoso.");
        (await FailAsync(Request(ExportDataset.Runs) with { Tenant = "nobody" })).ShouldContain("Tenants with runs: contoso.");
        (await FailAsync(Request(ExportDataset.Gaps) with { From = FirstDay.AddDays(1), To = FirstDay.AddDays(1) }))
            .ShouldBe("No day is published for 2026-01-31. Published: 2026-01-30.");
        File.Exists(_folder["out.csv"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_warehouse_without_a_published_day_says_what_publishes_one()
    {
        await _folder.Warehouse().MigrateAsync(Cancellation);

        (await FailAsync(Request(ExportDataset.Devices))).ShouldContain("etl run");
        (await LinesAsync(ExportDataset.Runs)).ShouldHaveSingleItem().ShouldStartWith("run_id,");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_and_the_old_one_stays()
    {
        await PublishAsync(FirstDay, Device(1));
        await File.WriteAllTextAsync(_folder["file"], "old", Cancellation);

        (await FailAsync(Request(ExportDataset.Devices) with { Path = _folder["file/out.csv"] })).ShouldContain("cannot be written");

        (await File.ReadAllTextAsync(_folder["file"], Cancellation)).ShouldBe("old");
    }

    [Fact]
    public async Task A_cancelled_export_leaves_the_file_of_before_and_nothing_beside_it()
    {
        await PublishAsync(FirstDay, [.. Enumerable.Range(1, 5_000).Select(Device)]);
        await File.WriteAllTextAsync(_folder["out.csv"], "old", Cancellation);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => new DatasetExporter(_folder.Warehouse()).ExportAsync(Request(ExportDataset.Devices), cancelled.Token));

        (await File.ReadAllTextAsync(_folder["out.csv"], Cancellation)).ShouldBe("old");
        File.Exists(_folder["_out.csv.part"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dash_writes_to_the_standard_output()
    {
        await PublishAsync(FirstDay, Device(1));
        using var output = new MemoryStream();

        var result = await new DatasetExporter(_folder.Warehouse(), () => output)
            .ExportAsync(Request(ExportDataset.Devices) with { Path = ExportRequest.StandardOutput }, Cancellation);

        result.Rows.ShouldBe(1);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe(await TextAsync(Request(ExportDataset.Devices)));
    }

    [Fact]
    public void Datasets_are_found_by_name()
    {
        ExportDatasets.Names.ShouldBe(["devices", "coverage", "trend", "gaps", "events", "time-to-enroll", "runs", "rejects", "quality"]);
        ExportDatasets.TryParse("Gaps", out var gaps).ShouldBeTrue();
        gaps.ShouldBe(ExportDataset.Gaps);
        ExportDatasets.TryParse("nothing", out _).ShouldBeFalse();
    }

    private ExportRequest Request(ExportDataset dataset) => new() { Dataset = dataset, Path = _folder["out.csv"] };

    private Task<ExportResult> ExportAsync(ExportRequest request) => new DatasetExporter(_folder.Warehouse()).ExportAsync(request, Cancellation);

    private async Task<string> TextAsync(ExportRequest request)
    {
        await ExportAsync(request);
        return await File.ReadAllTextAsync(request.Path, Cancellation);
    }

    private async Task<string[]> LinesAsync(ExportRequest request) => (await TextAsync(request)).TrimEnd('\n').Split('\n');

    private Task<string[]> LinesAsync(ExportDataset dataset) => LinesAsync(Request(dataset));

    private async Task<string> FailAsync(ExportRequest request) => (await Should.ThrowAsync<EtlException>(() => ExportAsync(request))).Message;

    private Task<RunRecord> PublishAsync(DateOnly day, params ClassifiedDevice[] devices) => PublishAsync(day, devices, "contoso");

    private Task<RunRecord> PublishAsync(DateOnly day, ClassifiedDevice[] devices, string tenant = "contoso", int number = 1) =>
        new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(
            Publication(day, devices, tenant, number), progress: null, Cancellation);
}
