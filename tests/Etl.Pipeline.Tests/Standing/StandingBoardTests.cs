using Etl.Extract.Graph;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Standing;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Standing;

public sealed class StandingBoardTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("etl-standing-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_is_kept_until_a_run_ends()
    {
        var clock = new FakeTimeProvider(Now);
        var options = new EtlOptions
        {
            Tenants = [new TenantOptions { Name = "contoso", Graph = new GraphOptions() }],
            Tables = new RuleTables([], [], []),
            Warehouse = new WarehouseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "warehouse.duckdb")}" },
        };
        var warehouse = WarehouseFactory.Create(options.Warehouse, clock);
        using var board = new StandingBoard(options, warehouse, clock);
        var run = new RunRecord
        {
            RunId = new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            Tenant = "contoso",
            AsOf = Now,
            SnapshotDate = DateOnly.FromDateTime(Now.UtcDateTime),
            State = RunState.Failed,
            Started = Now,
            Ended = Now,
        };

        (await ReadAsync(board)).Fault.ShouldNotBeNull().ShouldStartWith("There is no warehouse");
        await warehouse.MigrateAsync(Cancellation);
        await new RunJournal(warehouse).FinishAsync(run, [], Cancellation);
        (await ReadAsync(board)).Fault.ShouldNotBeNull();
        board.Ended(run);

        var report = await ReadAsync(board);
        report.Fault.ShouldBeNull();
        report.Tenants.ShouldHaveSingleItem().LastRun.ShouldNotBeNull().RunId.ShouldBe(run.RunId);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<StandingReport> ReadAsync(StandingBoard board) => board.ReadAsync(TimeSpan.FromHours(1), Cancellation);
}
