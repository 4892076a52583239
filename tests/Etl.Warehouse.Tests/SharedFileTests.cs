using Dapper;
using Etl.Warehouse.DuckDb;

namespace Etl.Warehouse.Tests;

/// <summary>What a service needs of the file: readers beside the writer, and a claim on a tenant.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_writer_joins_readers_that_welcome_it_and_they_see_all_or_nothing_of_its_work()
    {
        var warehouse = new DuckDbWarehouse(_folder.Options, TimeProvider.System) { ReadersWelcomeWriter = true, LockWait = TimeSpan.Zero };
        await warehouse.MigrateAsync(Cancellation);

        await warehouse.UseAsync(WarehouseAccess.Read, async reading =>
        {
            await warehouse.UseAsync(WarehouseAccess.Write, async writing =>
            {
                await using var transaction = await writing.Connection.BeginTransactionAsync(Cancellation);
                await writing.Connection.ExecuteAsync("INSERT INTO dim.tenant (tenant_key, tenant) VALUES (1, 'contoso')", transaction: transaction);
                (await TenantsAsync(reading)).ShouldBe(0);
                await transaction.CommitAsync(Cancellation);
                return true;
            }, Cancellation);
            (await TenantsAsync(reading)).ShouldBe(1);
            return true;
        }, Cancellation);
    }

    [Fact]
    public async Task A_claim_has_one_holder_at_a_time()
    {
        var warehouse = new DuckDbWarehouse(_folder.Options, TimeProvider.System);

        var first = await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation);
        (await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldBeNull();
        (await warehouse.TryClaimAsync("contoso", TimeSpan.FromMilliseconds(1), Cancellation)).ShouldBeNull();
        await using var other = (await warehouse.TryClaimAsync("fabrikam", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
        var waiting = warehouse.TryClaimAsync("contoso", patience: null, Cancellation);
        waiting.IsCompleted.ShouldBeFalse();
        await first!.DisposeAsync();

        await using var second = (await waiting).ShouldNotBeNull();
        (await warehouse.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldBeNull();
    }

    private static Task<long> TenantsAsync(WarehouseSession session) =>
        session.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM dim.tenant WHERE tenant = 'contoso'");
}
