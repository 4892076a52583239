using Etl.Warehouse;
using Etl.Warehouse.Migrations;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

/// <summary>
/// A node's way to the warehouse. When the node dies its claim is free, as the operating system or the server frees it, and whatever
/// still runs of it comes to the warehouse no more.
/// </summary>
internal sealed class MortalWarehouse(IWarehouse inner) : IWarehouse, IAsyncDisposable
{
    private volatile bool _isDead;
    private volatile IClaim? _claim;

    public bool HasClaim => _claim is not null;

    public bool RepeatsWork => inner.RepeatsWork;

    /// <summary>The node dies.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDead = true;
        if (_claim is { } claim) await claim.DisposeAsync();
    }

    public Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken) =>
        Alive().UseAsync(access, work, cancellationToken);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Alive().ExistsAsync(cancellationToken);

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) => Alive().MigrateAsync(cancellationToken);

    public string MigrationScript() => inner.MigrationScript();

    public async Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken)
    {
        if (await Alive().TryClaimAsync(name, patience, cancellationToken) is not { } claim) return null;
        // Who died while waiting has nothing.
        if (!_isDead) return _claim = new Claim(this, claim);
        await claim.DisposeAsync();
        throw Dead();
    }

    private IWarehouse Alive() => _isDead ? throw Dead() : inner;

    private static OperationCanceledException Dead() => new("The node is dead.");

    private sealed class Claim(MortalWarehouse owner, IClaim inner) : IClaim
    {
        public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => inner.IsHeldAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            owner._claim = null;
            return inner.DisposeAsync();
        }
    }
}
