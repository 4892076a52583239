using System.Text.Json;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.SqlServer.Testing;

namespace Etl.EndToEnd.Tests;

/// <summary>The same verbs on SQL Server, chosen by configuration alone, with the bytes that DuckDB gives.</summary>
public sealed class SqlServerTests(SimulatedDays days, SqlServerDatabases databases) : IClassFixture<SqlServerDatabases>
{
    // A run has an id, a clock and a memory of its own.
    private static readonly string[] OfTheRun =
        ["run_id", "started_utc", "ended_utc", "peak_memory_bytes", "seconds", "throttled_seconds", "requests", "retries", "bytes"];

    [Fact]
    public async Task Two_days_export_the_bytes_that_DuckDB_exports()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var onDuckDb = days.OnTuesday(graph.BaseUrl);
        using var onSqlServer = days.Empty(graph.BaseUrl, days.Monday);
        onSqlServer.UseSqlServer(databases.Empty("days"));
        (await onSqlServer.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);
        days.PutAdFile(onSqlServer, days.Tuesday);
        graph.Serve(days.Tuesday);

        foreach (var place in (Workplace[])[onSqlServer, onDuckDb]) (await place.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);

        foreach (var dataset in Enum.GetValues<ExportDataset>())
            Csv.ShouldBeSame(Csv.Without(await onSqlServer.ReadAsync(dataset), OfTheRun), Csv.Without(await onDuckDb.ReadAsync(dataset), OfTheRun));
        (await onSqlServer.PublishedAsync()).ShouldBe(days.OfBoth);
        Csv.ShouldBeSame(await onSqlServer.ExportAsync("devices"), await onDuckDb.ExportAsync("devices"));
        foreach (var verb in (string[])["runs", "status"])
            JsonDocument.Parse((await onSqlServer.EtlAsync(verb, "--json")).ShouldEndWith(EtlResult.Done).Output).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_demo_fills_an_empty_database_and_starts_afresh_each_time()
    {
        using var folder = new TestFolder();
        string[] arguments = ["demo", "--devices", "200", "--days", "3"];
        var onDuckDb = await DemoAsync([]);
        var expected = File.ReadAllText(folder.PathOf("data/demo/exports/devices.csv"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ETL_Warehouse__Provider"] = "SqlServer",
            ["ETL_Warehouse__ConnectionString"] = SqlServerDatabases.ConnectionString(databases.Database("demo")),
        };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await DemoAsync(environment)).ShouldEndWith(EtlResult.Done).Output.Split('\n')[..10].ShouldBe(onDuckDb.Output.Split('\n')[..10]);
            Csv.ShouldBeSame(File.ReadAllText(folder.PathOf("data/demo/exports/devices.csv")), expected);
        }

        async Task<EtlResult> DemoAsync(Dictionary<string, string> settings)
        {
            using var etl = EtlProcess.Start(folder.Path, settings, arguments);
            return await etl.Ended;
        }
    }

    [Fact]
    public async Task The_demo_leaves_a_warehouse_with_another_tenant_alone()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);
        workplace.UseSqlServer(databases.Empty("in_use"));
        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);

        (await workplace.EtlAsync("demo", "--devices", "50", "--days", "1")).ShouldRefuse(EtlResult.Failed, "contoso", "Name an empty database");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Theory]
    [InlineData(": load: ")]
    [InlineData(": Published after")]
    public async Task Killed_while_it_loads_it_leaves_one_day_or_two_and_the_next_run_two(string line)
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);
        workplace.UseSqlServer(databases.Empty("killed"));
        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);
        days.PutAdFile(workplace, days.Tuesday);
        graph.Serve(days.Tuesday);
        using (var moment = Moment.OfLine(line))
        using (var etl = workplace.Start(Workplace.RunArguments(days.Tuesday), moment.Told))
        {
            await Task.WhenAny(moment.Come, etl.Ended);
            etl.Kill();
            await etl.Ended;
        }

        var left = await workplace.PublishedAsync();
        if (left != days.OfMonday) left.ShouldBe(days.OfBoth);
        (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);

        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    [Fact]
    public async Task A_warehouse_without_a_schema_is_refused_until_it_is_migrated()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);
        workplace.UseSqlServer(SqlServerDatabases.Options(databases.Database("bare")));

        (await workplace.RunAsync(days.Monday)).ShouldRefuse(EtlResult.Failed, "etl migrate");
        (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Failed).ShouldSay(null, "fails", "warehouse schema", "`etl migrate` makes it");
        (await workplace.EtlAsync("migrate")).ShouldEndWith(EtlResult.Done).Output.ShouldContain(" scripts applied.");

        (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Done).ShouldSay(null, "ok", "warehouse schema", "is current.");
        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);
    }
}
