namespace Etl.Warehouse;

/// <summary>What a piece of work does to the warehouse.</summary>
public enum WarehouseAccess
{
    Read,

    /// <summary>One writer at a time.</summary>
    Write,
}
