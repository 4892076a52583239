using DuckDB.NET.Data;
using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>A warehouse file that cannot be used.</summary>
public sealed class WarehouseFileTests(SimulatedDays days)
{
    [Fact]
    public async Task A_warehouse_that_another_process_keeps_open_is_waited_for_and_then_left_alone()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        await using (var holder = new DuckDBConnection($"Data Source={workplace.WarehouseFile}"))
        {
            holder.Open();

            var run = await workplace.RunAsync(days.Tuesday);

            run.ShouldRefuse(EtlResult.Failed, "is in use by", $"(process {Environment.ProcessId})", "Run again when that has finished.");
        }

        graph.Requests.ShouldBe(0);
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task A_warehouse_that_another_process_lets_go_in_time_is_used()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        await using var holder = new DuckDBConnection($"Data Source={workplace.WarehouseFile}");
        holder.Open();
        using var announced = Moment.OfLine(": run ");
        using var etl = workplace.Start(Workplace.RunArguments(days.Tuesday), announced.Told);

        await announced.WaitAsync();
        await holder.CloseAsync();

        (await etl.Ended).ShouldEndWith(EtlResult.Done);
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    [Fact]
    public async Task A_read_only_warehouse_is_not_written_to()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        File.SetAttributes(workplace.WarehouseFile, FileAttributes.ReadOnly);

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, "warehouse.duckdb cannot be written", "read-only");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("status")]
    public async Task A_file_of_another_kind_is_neither_read_nor_overwritten(string verb)
    {
        using var workplace = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        var content = string.Concat(Enumerable.Repeat("This was a spreadsheet of somebody's. ", 500));
        File.WriteAllText(workplace.WarehouseFile, content);

        (await workplace.EtlAsync(verb)).ShouldRefuse(EtlResult.Failed, "warehouse.duckdb is not a DuckDB file");

        File.ReadAllText(workplace.WarehouseFile).ShouldBe(content);
    }

    [Fact]
    public async Task A_SQLite_file_is_not_taken_for_a_warehouse()
    {
        using var workplace = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));
        var content = "SQLite format 3\0".PadRight(8192, '\0');
        File.WriteAllText(workplace.WarehouseFile, content);

        (await workplace.EtlAsync("status")).ShouldRefuse(EtlResult.Failed, "warehouse.duckdb is not a DuckDB file");

        File.ReadAllText(workplace.WarehouseFile).ShouldBe(content);
    }

    [Fact]
    public async Task A_damaged_warehouse_is_named_with_the_way_out()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        await using (var file = File.OpenWrite(workplace.WarehouseFile)) file.SetLength(file.Length / 2);

        (await workplace.EtlAsync("export", "devices")).ShouldRefuse(EtlResult.Failed, "is damaged", "`etl replay`");
    }

    [Fact]
    public async Task Reports_of_a_warehouse_that_is_not_there_say_how_to_make_one()
    {
        using var workplace = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));

        foreach (var verb in new[] { "export devices", "runs", "status" })
            (await workplace.EtlAsync(verb.Split(' '))).ShouldRefuse(EtlResult.Failed, "There is no warehouse at", "`etl run`");

        File.Exists(workplace.WarehouseFile).ShouldBeFalse();
    }
}
