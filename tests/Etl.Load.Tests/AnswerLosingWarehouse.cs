using Etl.Warehouse;
using Etl.Warehouse.Migrations;

namespace Etl.Load.Tests;

/// <summary>A warehouse that does what it is asked and loses the first answer: whoever asked begins again.</summary>
internal sealed class AnswerLosingWarehouse(IWarehouse inner) : IWarehouse
{
    private bool _hasLost;

    public bool RepeatsWork => true;

    public async Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var answer = await inner.UseAsync(access, work, cancellationToken);
        if (_hasLost) return answer;
        _hasLost = true;
        return await inner.UseAsync(access, work, cancellationToken);
    }

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => inner.ExistsAsync(cancellationToken);

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public string MigrationScript() => inner.MigrationScript();

    public Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken) =>
        inner.TryClaimAsync(name, patience, cancellationToken);
}
