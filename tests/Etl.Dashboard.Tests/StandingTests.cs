using Etl.Dashboard.Data;
using Etl.Warehouse;

namespace Etl.Dashboard.Tests;

public sealed class StandingTests
{
    private static readonly DateOnly Latest = new(2026, 10, 29);

    private static readonly SnapshotDay Shown = new() { Tenant = "contoso", SnapshotDate = Latest, Devices = 9, IsLatest = true, TenantKey = 1, SnapshotDateKey = 20261029 };

    [Theory]
    [InlineData(-1, null)]
    [InlineData(2, null)]
    [InlineData(3, "This day is 3 days old.")]
    [InlineData(31, "This day is 31 days old.")]
    public void A_latest_day_is_old_after_two_days(int age, string? words) => Standing.Of(Shown, Run("Published", 0), Latest.AddDays(age)).ShouldBe(words);

    [Theory]
    [InlineData("Failed", 1, "no answer\nat line 2", "The last run, of 2026-10-30, failed: no answer")]
    [InlineData("Held", 0, "EmptySource.", "The last run, of 2026-10-29, was held: EmptySource.")]
    [InlineData("Failed", 1, null, "The last run, of 2026-10-30, failed.")]
    [InlineData("Failed", -1, "of an earlier day", null)]
    [InlineData("NothingToDo", 1, null, null)]
    public void A_last_run_that_was_no_success_is_told_with_its_reason(string state, int day, string? error, string? words) =>
        Standing.Of(Shown, Run(state, day, error), Latest.AddDays(1)).ShouldBe(words);

    [Fact]
    public void Both_are_told_of_a_day_that_is_both()
    {
        Standing.Of(Shown, Run("Failed", 1, "no answer"), Latest.AddDays(31)).ShouldBe("This day is 31 days old. The last run, of 2026-10-30, failed: no answer");
    }

    [Fact]
    public void Nothing_is_said_of_a_day_that_is_not_the_latest_or_where_no_run_has_ended()
    {
        Standing.Of(Shown with { IsLatest = false }, Run("Failed", 1, "no answer"), Latest.AddDays(31)).ShouldBeNull();
        Standing.Of(Shown, last: null, Latest).ShouldBeNull();
    }

    [Fact]
    public async Task A_last_run_is_asked_for_again_beside_whoever_wants_to_know_it()
    {
        var clock = new Clock();
        var second = new TaskCompletionSource<RunRow?>();
        Queue<Task<RunRow?>> answers = new([Task.FromResult<RunRow?>(Run("Published", 0)), second.Task]);
        var runs = new LastRuns(clock, _ => answers.Dequeue());

        (await runs.OfAsync("contoso"))!.State.ShouldBe("Published");
        clock.Seconds = 4;
        (await runs.OfAsync("contoso"))!.State.ShouldBe("Published");
        answers.Count.ShouldBe(1);
        clock.Seconds = 6;
        (await runs.OfAsync("contoso"))!.State.ShouldBe("Published", "the question is not answered");
        second.SetResult(Run("Held", 0));

        var known = await runs.OfAsync("contoso");
        while (known!.State == "Published")
        {
            await Task.Yield();
            known = await runs.OfAsync("contoso");
        }

        known.State.ShouldBe("Held");
    }

    [Fact]
    public async Task What_is_known_of_a_last_run_outlives_a_question_that_fails()
    {
        var clock = new Clock();
        Queue<Func<RunRow?>> answers = new([() => Run("Held", 0), () => throw new InvalidOperationException("locked")]);
        var runs = new LastRuns(clock, _ => Task.FromResult(answers.Dequeue()()));
        await runs.OfAsync("contoso");

        clock.Seconds = 6;
        (await runs.OfAsync("contoso"))!.State.ShouldBe("Held");
        while (answers.Count > 0) await Task.Yield();

        (await runs.OfAsync("contoso"))!.State.ShouldBe("Held");
    }

    private static RunRow Run(string state, int day, string? error = null) => new()
    {
        RunId = Guid.Empty,
        Tenant = "contoso",
        SnapshotDate = Latest.AddDays(day),
        State = state,
        StartedUtc = default,
        EndedUtc = default(DateTimeOffset),
        Error = error,
        RowsRead = 0,
        RowsRejected = 0,
        Warnings = 0,
    };

    private sealed class Clock : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
