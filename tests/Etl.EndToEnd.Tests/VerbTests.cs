using System.Globalization;
using System.Text.Json;
using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>The verbs beside <c>run</c> and <c>export</c>.</summary>
public sealed class VerbTests(SimulatedDays days)
{
    [Fact]
    public async Task The_demo_prints_the_answer_leaves_csv_files_and_starts_afresh_each_time()
    {
        using var folder = new TestFolder();
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        string[] arguments = ["demo", "--devices", "300", "--days", "3"];

        var first = await DemoAsync();
        Directory.CreateDirectory(folder.PathOf("data/demo/left-over"));
        var second = await DemoAsync();

        first.Output.ShouldContain("Coverage ");
        string[] parts = ["How joined, how many enrolled", "By which method", "Why the rest are not", "Hybrid joined", "data/demo/exports"];
        foreach (var part in parts)
            first.Output.ShouldContain(part, Case.Insensitive);
        second.Output.ShouldBe(first.Output);
        Directory.Exists(folder.PathOf("data/demo/left-over")).ShouldBeFalse();
        foreach (var dataset in new[] { "devices", "coverage", "gaps" })
            Csv.Rows(File.ReadAllText(folder.PathOf($"data/demo/exports/{dataset}.csv"))).ShouldNotBeEmpty();
        Directory.GetDirectories(folder.PathOf("data/demo/archive/contoso-demo")).Length.ShouldBe(3);

        async Task<EtlResult> DemoAsync()
        {
            using var etl = EtlProcess.Start(folder.Path, environment, arguments);
            return (await etl.Ended).ShouldEndWith(EtlResult.Done);
        }
    }

    [Fact]
    public async Task An_instant_that_is_still_to_come_is_told_of()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var place = days.Empty(graph.BaseUrl, days.Monday);

        var run = await place.EtlAsync("run", "--as-of", "2962-11-24T06:00:00Z", "--dry-run");

        run.ShouldEndWith(EtlResult.Done).Error.ShouldContain("2962-11-24 is still to come: once it is published, no day before it can be.");
        (await place.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done).Error.ShouldNotContain("still to come");
    }

    [Fact]
    public async Task Simulate_serves_a_tenant_that_run_can_read()
    {
        using var folder = new TestFolder();
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        string[] arguments = ["simulate", "--devices", "50", "--ad", "ad.csv"];
        using var simulator = EtlProcess.Start(folder.Path, environment, arguments, readsOutput: false);
        Dictionary<string, string> told = new(StringComparer.Ordinal);
        while (await simulator.ReadOutputLineAsync(TestContext.Current.CancellationToken) is { } line && line != "Stop with Ctrl+C.")
            told[line.Split("  ", 2)[0]] = line.Split("  ", 2)[1].Trim();

        using var workplace = Workplace.For(new Uri(told["Graph"]));
        workplace.TenantSettings["ActiveDirectory"]!["Path"] = told["AD"];
        workplace.Environment["ETL_Tenants__0__Graph__AccessToken"] = told["token"];

        var run = await workplace.EtlAsync("run", "--dry-run", "--as-of", told["as of"]);

        run.ShouldEndWith(EtlResult.Done).Output.ShouldContain("dry run");
    }

    [Fact]
    public async Task Runs_and_status_tell_people_and_programs_the_same()
    {
        using var workplace = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        var devices = Csv.Rows(days.OfMonday.Devices);

        var runs = JsonDocument.Parse((await workplace.EtlAsync("runs", "--json")).ShouldEndWith(EtlResult.Done).Output).RootElement;
        var status = JsonDocument.Parse((await workplace.EtlAsync("status", "--json")).ShouldEndWith(EtlResult.Done).Output).RootElement;
        var table = (await workplace.EtlAsync("runs")).ShouldEndWith(EtlResult.Done).Output;
        var report = (await workplace.EtlAsync("status")).ShouldEndWith(EtlResult.Done).Output;

        runs.GetArrayLength().ShouldBe(1);
        runs[0].GetProperty("devices").GetInt32().ShouldBe(devices.Count);
        runs[0].GetProperty("sources").GetArrayLength().ShouldBe(3);
        status.GetProperty("days")[0].GetProperty("covered").GetInt32().ShouldBe(devices.Count(device => device["is_covered"] == "true"));
        // Four decimals, as exported files have.
        new[] { status.GetProperty("days")[0].GetProperty("coverage"), status.GetProperty("sources")[0].GetProperty("matchRate") }
            .ShouldAllBe(share => share.GetRawText().Length <= "0.1234".Length);
        status.GetProperty("byJoinType").EnumerateArray().Sum(row => row.GetProperty("devices").GetInt32()).ShouldBe(devices.Count);
        table.ShouldContain("Published");
        report.ShouldContain(devices.Count(device => device["enrollment_state"] == "Enrolled").ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("status", "published day")]
    [InlineData("runs", "run")]
    public async Task A_tenant_of_another_name_is_not_taken_for_one_that_has_not_run_yet(string verb, string what)
    {
        using var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        place.AddTenant("fabrikam", new Uri("http://127.0.0.1:9/v1.0"));

        (await place.EtlAsync(verb, "--tenant", "CONTOSO")).ShouldRefuse(
            EtlResult.Failed, $"Tenant 'CONTOSO' has no {what}. Tenants in the warehouse: contoso.");
        (await place.EtlAsync(verb, "--tenant", "fabrikam")).ShouldEndWith(EtlResult.Done);
    }

    [Fact]
    public async Task A_lake_gets_a_folder_a_day_and_is_left_alone_when_nothing_changed()
    {
        using var workplace = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        string[] arguments = ["export", "devices", "--format", "parquet", "--partition", "--output", workplace.PathOf("lake")];
        var rows = Csv.Rows(days.OfMonday.Devices);

        var first = (await workplace.EtlAsync(arguments)).ShouldEndWith(EtlResult.Done);
        var second = (await workplace.EtlAsync(arguments)).ShouldEndWith(EtlResult.Done);
        var ofRuns = await workplace.EtlAsync("export", "runs", "--format", "parquet", "--partition");

        first.Error.ShouldContain($"{rows.Count} rows in 1 files written");
        second.Error.ShouldContain("0 rows in 0 files written");
        second.Error.ShouldContain("1 files unchanged");
        Directory.GetDirectories(workplace.PathOf("lake")).ShouldHaveSingleItem().ShouldEndWith($"snapshot_date={rows[0]["snapshot_date"]}");
        ofRuns.ShouldRefuse(EtlResult.WrongConfiguration, "those are devices, coverage, gaps");
    }

    [Fact]
    public async Task Migrate_makes_the_warehouse_once_and_prints_it_for_an_administrator()
    {
        using var workplace = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));

        var script = (await workplace.EtlAsync("migrate", "--script")).ShouldEndWith(EtlResult.Done).Output;
        File.Exists(workplace.WarehouseFile).ShouldBeFalse();
        var first = (await workplace.EtlAsync("migrate")).ShouldEndWith(EtlResult.Done).Output;
        var second = (await workplace.EtlAsync("migrate")).ShouldEndWith(EtlResult.Done).Output;

        script.ShouldContain("CREATE TABLE fact.device_snapshot");
        first.ShouldEndWith(" scripts applied.\n");
        second.ShouldBe("The warehouse is current.\n");
    }
}
