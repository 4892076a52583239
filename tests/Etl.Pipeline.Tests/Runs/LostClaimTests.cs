using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>The claim of a run on its tenant is gone, before it loads or while it does.</summary>
public sealed class LostClaimTests : IDisposable
{
    private readonly SmallTenant _tenant = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Before_anything_is_staged_it_is_taken_again_where_no_other_process_ran_the_tenant()
    {
        var warehouse = _tenant.Warehouse;

        var run = await _tenant.RunAsync(new LosingWarehouse(warehouse, questions: 0, () => Task.CompletedTask));

        run.State.ShouldBe(RunState.Published);
        (await new RunJournal(warehouse).ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem().State.ShouldBe(RunState.Published);
        await using var free = (await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_another_process_published_meanwhile_stays()
    {
        var warehouse = _tenant.Warehouse;
        RunRecord? others = null;

        var fault = await Should.ThrowAsync<EtlException>(() => _tenant.RunAsync(new LosingWarehouse(warehouse, questions: 0, async () => others = await _tenant.RunAsync(warehouse))));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        (await new RunJournal(warehouse).LastPublishedAsync("contoso", Cancellation)).ShouldNotBeNull().RunId.ShouldBe(others!.RunId);
        (await new RunJournal(warehouse).ListAsync("contoso", limit: 10, Cancellation)).Count(run => run.State == RunState.Failed).ShouldBe(1);
    }

    [Fact]
    public async Task While_another_process_has_it_nothing_is_published()
    {
        var warehouse = _tenant.Warehouse;
        IClaim? others = null;

        var fault = await Should.ThrowAsync<EtlException>(() => _tenant.RunAsync(
            new LosingWarehouse(warehouse, questions: 0, async () => others = await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation))));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        (await new RunJournal(warehouse).LastPublishedAsync("contoso", Cancellation)).ShouldBeNull();
        await others.ShouldNotBeNull().DisposeAsync();
    }

    [Fact]
    public async Task Lost_before_the_commit_it_lets_nothing_be_published_and_says_why_and_the_run_may_be_tried_again()
    {
        var warehouse = _tenant.Warehouse;

        var fault = await Should.ThrowAsync<EtlException>(() => _tenant.RunAsync(new LosingWarehouse(warehouse, questions: 2, () => Task.CompletedTask)));

        fault.Message.ShouldStartWith("The claim on the tenant was lost");
        fault.IsTransient.ShouldBeTrue();
        var journal = new RunJournal(warehouse);
        (await journal.LastPublishedAsync("contoso", Cancellation)).ShouldBeNull();
        var failed = (await journal.ListAsync("contoso", limit: 10, Cancellation)).ShouldHaveSingleItem();
        failed.State.ShouldBe(RunState.Failed);
        failed.Error.ShouldBe(fault.Message);
        (await _tenant.RunAsync(warehouse)).State.ShouldBe(RunState.Published);
    }
}
