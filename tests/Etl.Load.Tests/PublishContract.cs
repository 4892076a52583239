using Dapper;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests;

/// <summary>What a publish does on every store.</summary>
public abstract class PublishContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An empty warehouse; another name, another warehouse.</summary>
    protected abstract WarehouseOptions NewOptions(string name);

    private IWarehouse NewWarehouse(string name) => WarehouseFactory.Create(NewOptions(name), TimeProvider.System);

    [Fact]
    public async Task Publishes_devices_with_their_keys_codes_and_values()
    {
        var warehouse = NewWarehouse("a");

        await PublishAsync(warehouse, Publication(FirstDay, [Missing(2), Device(1)]));

        var rows = await QueryAsync<(string, string, string, string, DateTime)>(
            warehouse, "SELECT device_id, join_type, enrollment_method, ad_match, last_activity_utc FROM report.device_current ORDER BY device_id");
        var seen = new DateTime(2026, 1, 29, 8, 30, 15, 123);
        rows.ShouldBe([(Id(1), "HybridJoined", "GroupPolicy", "ObjectGuid", seen), (Id(2), "DomainJoined", "NotEnrolled", "ObjectGuid", seen)]);
        (await KeysAsync(warehouse)).ShouldBe([(Id(1), 1), (Id(2), 2)]);
    }

    [Fact]
    public async Task The_hashes_of_a_device_are_what_they_have_always_been()
    {
        var warehouse = NewWarehouse("a");
        var full = Device(1) with
        {
            EntraObjectId = "4cf18a02-2222-4b4b-8c8c-b0b0b0b00108",
            IntuneId = "no-guid-ü",
            AdDistinguishedName = "CN=PC-1,OU=Büro,DC=contoso,DC=example",
            AdSid = "S-1-5-21-1-2-3-1001",
            OrganizationalUnit = "OU=Büro,DC=contoso,DC=example",
            PrimaryUser = "user@contoso.example",
            Manufacturer = "Contoso",
            Registered = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        };

        await PublishAsync(warehouse, Publication(FirstDay, [full, Missing(2)]));

        // Another value would begin a version of every device with the first run of a new version of the product.
        (await QueryAsync<(long, long)>(warehouse, "SELECT type2_hash, type1_hash FROM dim.device ORDER BY device_key"))
            .ShouldBe([(2187955274545598773, -961715566344617860), (-7959117387297046257, -7091967404222682838)]);
    }

    [Theory]
    [InlineData("report.device_current")]
    [InlineData("report.fact_device_snapshot")]
    public async Task Instants_come_out_as_they_went_in_to_the_millisecond(string view)
    {
        var warehouse = NewWarehouse("a");
        (DateTime? Activity, DateTime? Sync)[] instants =
        [
            (new DateTime(2026, 1, 29, 23, 59, 59, 999), new DateTime(2026, 1, 29, 0, 0, 0, 1)),
            (new DateTime(2026, 1, 29, 0, 0, 0, 0), new DateTime(2026, 1, 28, 23, 59, 59, 999)),
            (new DateTime(2024, 2, 29, 12, 0, 0, 7), new DateTime(2024, 2, 29, 12, 0, 0, 7)),
            (new DateTime(1969, 12, 31, 23, 59, 59, 999), new DateTime(1601, 1, 1, 0, 0, 0, 250)),
            (new DateTime(1969, 12, 31, 0, 0, 0, 1), null),
            (null, null),
        ];

        await PublishAsync(warehouse, Publication(FirstDay, instants.Select((at, index) => Device(index + 1) with
        {
            LastActivity = Utc(at.Activity),
            LastSync = Utc(at.Sync),
            DaysSinceActivity = null,
        })));

        (await QueryAsync<(DateTime?, DateTime?)>(warehouse, $"SELECT last_activity_utc, last_sync_utc FROM {view} ORDER BY device_key"))
            .ShouldBe(instants);

        static DateTimeOffset? Utc(DateTime? value) => value is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_neither_done_again_nor_made_a_failure()
    {
        var warehouse = NewWarehouse("a");
        var begun = 0;
        var publication = Publication(FirstDay, [Device(1)]) with
        {
            // As where the claim is gone with the connection: whoever begins again is turned away.
            Begin = _ => begun++ == 0 ? Task.CompletedTask : throw new EtlException(Stage.Load, "The claim on the tenant was lost."),
        };

        var published = await PublishAsync(new AnswerLosingWarehouse(warehouse), publication);

        published.State.ShouldBe(RunState.Published);
        begun.ShouldBe(1);
        var journal = new RunJournal(warehouse);
        (await journal.FinishAsync(publication.Run with { State = RunState.Failed, Error = "No answer." }, [], Cancellation)).ShouldBeFalse();
        var known = (await journal.ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem();
        known.State.ShouldBe(RunState.Published);
        known.Error.ShouldBeNull();
        known.Sources.ShouldHaveSingleItem().RowsRead.ShouldBe(3);
    }

    [Fact]
    public async Task Counts_coverage_by_day_and_group()
    {
        var warehouse = NewWarehouse("a");

        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Device(2) with { IsCovered = false, IsStale = true }, Missing(3)]));

        (await QueryAsync<(string, long, long, long, long, decimal?)>(
            warehouse, "SELECT join_type, devices, enrolled, in_scope, covered, coverage FROM report.coverage_daily ORDER BY join_type"))
            .ShouldBe([("DomainJoined", 1, 0, 1, 0, 0m), ("HybridJoined", 2, 2, 2, 1, 0.5m)]);
    }

    [Fact]
    public async Task Writes_the_run_in_the_same_breath()
    {
        var warehouse = NewWarehouse("a");
        await new RunJournal(warehouse).StartAsync(Run(FirstDay), Cancellation);

        var outcome = await PublishAsync(warehouse, Publication(FirstDay, [Device(1)]));

        outcome.State.ShouldBe(RunState.Published);
        outcome.Devices.ShouldBe(1);
        var journal = (await new RunJournal(warehouse).ListAsync("contoso", 10, Cancellation)).ShouldHaveSingleItem();
        journal.State.ShouldBe(RunState.Published);
        journal.Devices.ShouldBe(1);
        journal.PeakMemoryBytes.ShouldNotBeNull().ShouldBePositive();
        journal.Sources.ShouldHaveSingleItem().RowsRead.ShouldBe(3);
        journal.Quality.ShouldAllBe(result => result.Passed);
        (await QueryAsync<string>(warehouse, "SELECT reason FROM report.rejects")).ShouldBe(["Expected a GUID."]);
    }

    [Fact]
    public async Task The_same_day_and_input_again_changes_nothing()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Missing(2)]));
        var devices = new[] { Device(3) with { EnrollmentMethod = "newType", ManagementAgent = "newAgent" }, Device(1) };
        await PublishAsync(warehouse, Publication(FirstDay.AddDays(1), devices));
        var before = await WarehouseContents.ReadAsync(warehouse, Cancellation);

        await PublishAsync(warehouse, Publication(FirstDay.AddDays(1), devices.Reverse(), number: 2));

        (await WarehouseContents.ReadAsync(warehouse, Cancellation)).ShouldBe(before);
    }

    [Fact]
    public async Task A_day_published_again_comes_out_as_if_it_had_been_published_once()
    {
        var disturbed = NewWarehouse("a");
        var undisturbed = NewWarehouse("b");
        var second = FirstDay.AddDays(1);
        ClassifiedDevice[] wrong = [Device(1), Device(7), Device(5) with { EnrollmentMethod = "mistaken", ComplianceState = "mistaken" }];
        ClassifiedDevice[] right = [Device(1), Device(9), Device(5), Missing(3), Device(8) with { ManagementAgent = "zeta" }];
        await PublishAsync(disturbed, Publication(FirstDay, [Device(1)]));
        await PublishAsync(undisturbed, Publication(FirstDay, [Device(1)]));

        await PublishAsync(disturbed, Publication(second, wrong));
        await PublishAsync(disturbed, Publication(second, right, number: 2));
        await PublishAsync(undisturbed, Publication(second, right));

        (await WarehouseContents.ReadAsync(disturbed, Cancellation)).ShouldBe(await WarehouseContents.ReadAsync(undisturbed, Cancellation));
    }

    [Fact]
    public async Task A_tenant_published_again_leaves_the_keys_of_the_other_alone()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Device(2)]));
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Device(3)], tenant: "fabrikam"));
        var before = await WarehouseContents.ReadAsync(warehouse, Cancellation);

        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Device(2)], number: 2));

        (await WarehouseContents.ReadAsync(warehouse, Cancellation)).ShouldBe(before);
        (await KeysAsync(warehouse)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_known_device_keeps_its_key_and_takes_the_newest_attributes()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(5)]));

        await PublishAsync(warehouse, Publication(FirstDay.AddDays(1), [Device(1), Device(5) with { DeviceName = "RENAMED", SerialNumber = null }]));

        (await KeysAsync(warehouse)).ShouldBe([(Id(5), 1), (Id(1), 2)]);
        (await QueryAsync<(string, string?)>(warehouse, "SELECT device_name, serial_number FROM dim.device WHERE CAST(is_current AS INT) = 1 ORDER BY device_key"))
            .ShouldBe([("RENAMED", null), ("PC-1", "SN1")]);
    }

    [Fact]
    public async Task A_day_before_the_latest_is_refused_with_the_command_that_replays_it()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay.AddDays(2), [Device(1)]));

        var error = await Should.ThrowAsync<EtlException>(() => PublishAsync(warehouse, Publication(FirstDay, [Device(1)])));

        error.Message.ShouldContain("etl replay --from 2026-01-30 --tenant contoso");
        error.Message.ShouldContain("2026-02-01");
        (await PublishAsync(warehouse, Publication(FirstDay, [Device(1)], tenant: "fabrikam"))).State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task A_device_id_that_comes_twice_stops_the_publish()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1)]));

        var error = await Should.ThrowAsync<EtlException>(
            () => PublishAsync(warehouse, Publication(FirstDay.AddDays(1), [Device(1), Device(2), Device(2)])));

        error.Message.ShouldContain("DuplicateDeviceId");
        error.Message.ShouldContain(Id(2));
        (await QueryAsync<long>(warehouse, "SELECT count(*) FROM fact.device_snapshot")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_covered_device_out_of_scope_stops_the_publish()
    {
        var warehouse = NewWarehouse("a");

        var error = await Should.ThrowAsync<EtlException>(
            () => PublishAsync(warehouse, Publication(FirstDay, [Device(1) with { Scope = Scope.Stale }])));

        error.Message.ShouldContain("CoveredOutOfScope");
    }

    [Fact]
    public async Task A_member_without_a_row_in_its_dimension_stops_the_publish()
    {
        var warehouse = NewWarehouse("a");

        var error = await Should.ThrowAsync<EtlException>(
            () => PublishAsync(warehouse, Publication(FirstDay, [Device(1) with { Platform = (Platform)77 }])));

        error.Message.ShouldContain("platform: 77");
    }

    [Fact]
    public async Task Devices_that_fail_on_the_way_leave_the_warehouse_as_it_was()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1)]));
        var before = await WarehouseContents.ReadAsync(warehouse, Cancellation);

        await Should.ThrowAsync<InvalidOperationException>(() => PublishAsync(warehouse, Publication(FirstDay.AddDays(1), Broken())));

        (await WarehouseContents.ReadAsync(warehouse, Cancellation)).ShouldBe(before);

        static IEnumerable<ClassifiedDevice> Broken()
        {
            yield return Device(2);
            throw new InvalidOperationException("the source broke");
        }
    }

    [Fact]
    public async Task A_failure_after_the_facts_are_written_takes_them_back()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1)]));
        var publication = Publication(FirstDay.AddDays(1), [Device(2)]) with
        {
            Rejected = Enumerable.Range(0, 1).Select<int, Model.Sources.RejectedRow>(_ => throw new InvalidOperationException("broke")),
        };

        await Should.ThrowAsync<InvalidOperationException>(() => PublishAsync(warehouse, publication));

        (await QueryAsync<long>(warehouse, "SELECT count(*) FROM fact.device_snapshot")).ShouldBe([1]);
        (await KeysAsync(warehouse)).ShouldBe([(Id(1), 1)]);
    }

    [Fact]
    public async Task Enrolment_types_without_a_row_become_members_whatever_their_case()
    {
        var warehouse = NewWarehouse("a");
        string[] raw = ["windowsNew", "WindowsNew", "another", "grouppolicy"];

        await PublishAsync(warehouse, Publication(FirstDay, raw.Select((method, i) => Device(i) with { EnrollmentMethod = method })));

        (await QueryAsync<(short, string, string)>(
            warehouse, "SELECT enrollment_method_key, code, category FROM dim.enrollment_method WHERE enrollment_method_key > 6 ORDER BY 1"))
            .ShouldBe([(7, "EntraJoin", "Automatic on join"), (8, "GroupPolicy", "Group Policy"), (9, "WindowsNew", "Unmapped"), (10, "another", "Unmapped")]);
        (await QueryAsync<string>(warehouse, "SELECT enrollment_method FROM report.device_current ORDER BY device_id"))
            .ShouldBe(["WindowsNew", "WindowsNew", "another", "GroupPolicy"]);
    }

    [Fact]
    public async Task Codes_never_seen_get_a_member_as_they_are_spelled_and_a_warning()
    {
        var warehouse = NewWarehouse("a");

        var outcome = await PublishAsync(warehouse, Publication(FirstDay, [Device(1) with { ComplianceState = "Paused", ManagementAgent = "MDM" }]));

        (await QueryAsync<(string, string)>(warehouse, "SELECT compliance_state, management_agent FROM report.device_current")).ShouldBe([("Paused", "MDM")]);
        outcome.Quality.Where(result => !result.Passed).Select(result => (result.Code, result.Subject, result.Found, result.Severity)).ShouldBe(
            [("NewCode", "compliance_state", "Paused", QualitySeverity.Warn), ("NewCode", "management_agent", "MDM", QualitySeverity.Warn)]);
    }

    [Fact]
    public async Task Texts_of_methods_and_reasons_follow_the_configuration()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Missing(1)]));

        await PublishAsync(warehouse, Publication(FirstDay, [Missing(1)]) with { Methods = [Methods[0] with { Label = "By policy" }, .. Methods.Skip(1)] });

        (await QueryAsync<string>(warehouse, "SELECT label FROM dim.enrollment_method WHERE code IN ('GroupPolicy', 'Unknown') ORDER BY code"))
            .ShouldBe(["By policy", "Not known"]);
        (await QueryAsync<(string, string, string)>(warehouse, "SELECT label, recommended_action, severity FROM report.enrollment_gap"))
            .ShouldBe([("Not synchronised", "Add its OU to the synchronisation.", "High")]);
    }

    [Fact]
    public async Task The_history_holds_who_was_enrolled_on_an_earlier_day_within_90_days()
    {
        var warehouse = NewWarehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Missing(2)]));
        await PublishAsync(warehouse, Publication(FirstDay.AddDays(1), [Device(3) with { DeviceId = "no-guid" }]));
        await PublishAsync(warehouse, Publication(FirstDay, [Device(4)], tenant: "fabrikam"));

        var nextDay = await EnrolledHistory.ReadAsync(warehouse, "contoso", FirstDay.AddDays(1), Cancellation);
        var lastDay = await EnrolledHistory.ReadAsync(warehouse, "contoso", FirstDay.AddDays(90), Cancellation);
        var tooLate = await EnrolledHistory.ReadAsync(warehouse, "contoso", FirstDay.AddDays(91), Cancellation);

        Held(nextDay).ShouldBe([true, false, false, false]);
        Held(lastDay).ShouldBe([true, false, true, false]);
        Held(tooLate).ShouldBe([false, false, true, false]);
        tooLate.Count.ShouldBe(1);

        static bool[] Held(EnrolledHistory history) =>
            [history.Contains(Id(1)), history.Contains(Id(2)), history.Contains("no-guid"), history.Contains(Id(4))];
    }

    [Theory]
    [InlineData(PublishingProcess.WhileStaging)]
    [InlineData(PublishingProcess.BeforeCommit)]
    public async Task A_run_killed_and_run_again_leaves_the_warehouse_of_an_undisturbed_one(string moment)
    {
        var second = FirstDay.AddDays(1);
        var killed = NewOptions("a");
        var disturbed = WarehouseFactory.Create(killed, TimeProvider.System);
        var undisturbed = NewWarehouse("b");
        foreach (var warehouse in (IWarehouse[])[disturbed, undisturbed])
            await PublishAsync(warehouse, Publication(FirstDay, [Device(1), Device(4)]));

        await PublishingProcess.KillAsync(killed, moment, Cancellation);
        await PublishAsync(disturbed, Publication(second, PublishingProcess.Devices));
        await PublishAsync(undisturbed, Publication(second, PublishingProcess.Devices));

        (await WarehouseContents.ReadAsync(disturbed, Cancellation)).ShouldHaveTheRowsOf(await WarehouseContents.ReadAsync(undisturbed, Cancellation));
    }

    protected static Task<RunRecord> PublishAsync(IWarehouse warehouse, Publication publication) =>
        new DeviceLoader(warehouse, TimeProvider.System).PublishAsync(publication, progress: null, Cancellation);

    protected static Task<List<T>> QueryAsync<T>(IWarehouse warehouse, string sql) =>
        warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<T>(sql)).AsList(), Cancellation);

    private static Task<List<(string DeviceId, int Key)>> KeysAsync(IWarehouse warehouse) =>
        QueryAsync<(string, int)>(warehouse, "SELECT DISTINCT device_id, device_key FROM report.dim_device ORDER BY device_key");
}
