using System.Text.Json;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Warehouse.Runs;

namespace Etl.Warehouse.Tests;

/// <summary>What the journal keeps on every store.</summary>
public abstract class RunJournalContract(IWarehouse warehouse)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private readonly RunJournal _journal = new(warehouse);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_has_begun_is_running()
    {
        var run = Run(1);

        await _journal.StartAsync(run, Cancellation);

        (await _journal.ListAsync("contoso", 10, Cancellation)).Select(Text).ShouldBe([Text(run)]);
    }

    [Fact]
    public async Task A_run_that_is_entered_twice_is_one()
    {
        await _journal.StartAsync(Run(1), Cancellation);
        await _journal.FinishAsync(Run(1) with { State = RunState.Held }, [], Cancellation);
        await _journal.FinishAsync(Run(1) with { State = RunState.Held }, [], Cancellation);

        (await _journal.ListAsync("contoso", 10, Cancellation)).ShouldHaveSingleItem().State.ShouldBe(RunState.Held);
    }

    [Fact]
    public async Task The_outcome_of_a_run_is_kept_with_its_sources_and_checks()
    {
        var held = Run(1) with
        {
            State = RunState.Held,
            Ended = Start.AddMinutes(3),
            Devices = 12,
            PeakMemoryBytes = 1 << 20,
            Error = "Shrunk.",
            Sources =
            [
                new RunSource
                {
                    Source = SourceKind.Entra, RowsRead = 10, RowsUsed = 7, RowsDuplicate = 1, RowsRejected = 2, Pages = 3, Requests = 4,
                    Retries = 1, ThrottledSeconds = 1.5, Bytes = 99, ControlCount = 11, Seconds = 2.25,
                },
            ],
            Quality =
            [
                new QualityResult("Shrink", "Entra", QualitySeverity.Hold, "at least 80", "10", Passed: false),
                new QualityResult("RejectedShare", null, QualitySeverity.Warn, "at most 1 %", "0 %", Passed: true),
            ],
        };
        await _journal.StartAsync(Run(1), Cancellation);

        await _journal.FinishAsync(held, [new RejectedRow(SourceKind.Entra, "page 1 item 2", "deviceId", "No GUID.", "{}")], Cancellation);

        (await _journal.ListAsync(tenant: null, 10, Cancellation)).Select(Text).ShouldBe([Text(held)]);
    }

    [Fact]
    public async Task A_run_that_never_ended_is_marked_by_the_next_of_its_tenant()
    {
        await _journal.StartAsync(Run(1), Cancellation);
        await _journal.StartAsync(Run(2) with { Tenant = "fabrikam" }, Cancellation);

        await _journal.StartAsync(Run(3), Cancellation);

        var runs = await _journal.ListAsync(tenant: null, 10, Cancellation);
        runs.Select(run => (run.RunId, run.State)).ShouldBe(
            [(Id(3), RunState.Running), (Id(2), RunState.Running), (Id(1), RunState.Failed)]);
        runs[^1].Error.ShouldNotBeNull().ShouldStartWith("Interrupted");
        runs[^1].Ended.ShouldBe(Run(3).Started);
    }

    [Fact]
    public async Task The_last_published_run_is_the_newest_published_one_of_the_tenant()
    {
        await _journal.FinishAsync(Run(1) with { State = RunState.Published }, [], Cancellation);
        await _journal.FinishAsync(Run(2) with { State = RunState.Published }, [], Cancellation);
        await _journal.FinishAsync(Run(3) with { State = RunState.Held }, [], Cancellation);
        await _journal.FinishAsync(Run(4) with { State = RunState.Published, Tenant = "fabrikam" }, [], Cancellation);

        (await _journal.LastPublishedAsync("contoso", Cancellation)).ShouldNotBeNull().RunId.ShouldBe(Id(2));
        (await _journal.LastPublishedAsync("nobody", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Runs_of_later_days_do_not_count_for_a_day_that_is_replayed()
    {
        var day = Run(1).SnapshotDate;
        await _journal.FinishAsync(Run(1) with { State = RunState.Published }, [], Cancellation);
        await _journal.FinishAsync(Run(2) with { State = RunState.Published, SnapshotDate = day.AddDays(8) }, [], Cancellation);

        (await _journal.LastPublishedAsync("contoso", day.AddDays(7), Cancellation)).ShouldNotBeNull().RunId.ShouldBe(Id(1));
        (await _journal.LastPublishedAsync("contoso", day.AddDays(8), Cancellation)).ShouldNotBeNull().RunId.ShouldBe(Id(2));
        (await _journal.LastPublishedAsync("contoso", day.AddDays(-1), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_limited_to_the_newest()
    {
        for (var number = 1; number <= 3; number++) await _journal.FinishAsync(Run(number), [], Cancellation);

        (await _journal.ListAsync("contoso", 2, Cancellation)).Select(run => run.RunId).ShouldBe([Id(3), Id(2)]);
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static string Text(RunRecord run) => JsonSerializer.Serialize(run);

    private static RunRecord Run(int number) => new()
    {
        RunId = Id(number),
        Tenant = "contoso",
        AsOf = Start.AddDays(number),
        SnapshotDate = new DateOnly(2026, 1, 2).AddDays(number),
        State = RunState.Running,
        Started = Start.AddDays(number),
    };
}
