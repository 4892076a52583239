namespace Etl.Warehouse;

/// <summary>The stores that a warehouse can live in.</summary>
public enum WarehouseProvider
{
    /// <summary>Embedded: one file, no server.</summary>
    DuckDb,

    SqlServer,
}
