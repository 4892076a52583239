using Etl.Warehouse;
using Etl.Warehouse.Migrations;

namespace Etl.Pipeline.Tests.Runs;

/// <summary>A warehouse whose first claim is lost after so many questions whether it is held, and what happens then.</summary>
internal sealed class LosingWarehouse(IWarehouse warehouse, int questions, Func<Task> afterwards) : IWarehouse
{
    private bool _isLost;

    private int Questions => questions;

    public bool RepeatsWork => warehouse.RepeatsWork;

    public Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken) =>
        warehouse.UseAsync(access, work, cancellationToken);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => warehouse.ExistsAsync(cancellationToken);

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) => warehouse.MigrateAsync(cancellationToken);

    public string MigrationScript() => warehouse.MigrationScript();

    public async Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken) =>
        await warehouse.TryClaimAsync(name, patience, cancellationToken) is { } claim ? new Claim(this, claim) : null;

    private Task LostAsync() => afterwards();

    private sealed class Claim(LosingWarehouse owner, IClaim claim) : IClaim
    {
        private int _left = owner.Questions;
        private bool _isGone;

        public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
        {
            if (owner._isLost || _left-- > 0) return !_isGone;
            owner._isLost = _isGone = true;
            await claim.DisposeAsync();
            await owner.LostAsync();
            return false;
        }

        public ValueTask DisposeAsync() => _isGone ? ValueTask.CompletedTask : claim.DisposeAsync();
    }
}
