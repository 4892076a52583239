using Etl.Warehouse;
using Etl.Warehouse.Migrations;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>A warehouse whose claims are lost after so many questions whether they are held.</summary>
internal sealed class LosingWarehouse(IWarehouse warehouse, int questions) : IWarehouse
{
    public bool RepeatsWork => warehouse.RepeatsWork;

    public Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken) =>
        warehouse.UseAsync(access, work, cancellationToken);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => warehouse.ExistsAsync(cancellationToken);

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) => warehouse.MigrateAsync(cancellationToken);

    public string MigrationScript() => warehouse.MigrationScript();

    public async Task<IClaim?> TryClaimAsync(string name, CancellationToken cancellationToken) =>
        await warehouse.TryClaimAsync(name, cancellationToken) is { } claim ? new Claim(claim, questions) : null;

    private sealed class Claim(IClaim claim, int questions) : IClaim
    {
        private int _left = questions;

        public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => Task.FromResult(_left-- > 0);

        public ValueTask DisposeAsync() => claim.DisposeAsync();
    }
}
