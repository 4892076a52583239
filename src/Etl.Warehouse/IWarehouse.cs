using Etl.Warehouse.Migrations;

namespace Etl.Warehouse;

/// <summary>The store of the star schema. Opened for as long as a piece of work takes, and no longer.</summary>
public interface IWarehouse
{
    /// <summary>The same warehouse for whoever would rather hear at once that it does not answer than wait until it may: pages and probes.</summary>
    IWarehouse ForOnlookers => this;

    /// <summary>Whether work may be begun again: what it reads must still be there then.</summary>
    bool RepeatsWork { get; }

    /// <summary>
    /// Opens the warehouse, does the work and closes it. Work that writes finds the schema current; work that reads fails with a
    /// sentence where there is no warehouse yet or an older one. Where <see cref="RepeatsWork"/> it may be begun again, from its start
    /// and on another connection, after an error that passes by itself. Errors of the store come out as <see cref="Model.Errors.EtlException"/>.
    /// </summary>
    Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Has the schema as work that writes finds it: an embedded warehouse is upgraded, of a server's the one who may upgrade it is told.
    /// </summary>
    Task EnsureCurrentAsync(CancellationToken cancellationToken) =>
        UseAsync(WarehouseAccess.Write, _ => Task.FromResult(true), cancellationToken);

    /// <summary>Whether there is a warehouse at all, current or not.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Creates or upgrades the schema.</summary>
    Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The SQL of a whole migration, for somebody who runs it by hand; afterwards the warehouse is current.</summary>
    string MigrationScript();

    /// <summary>
    /// A claim that one holder at a time can have, here or in another process, and that ends with its holder's process however that
    /// ends. Null where somebody else has it for longer than <paramref name="patience"/>, which is null for as long as it takes.
    /// </summary>
    Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken);
}
