using Etl.Warehouse.DuckDb;
using Etl.Warehouse.SqlServer;

namespace Etl.Warehouse;

/// <summary>The only place that knows which store is behind <see cref="IWarehouse"/>.</summary>
public static class WarehouseFactory
{
    public static IWarehouse Create(WarehouseOptions options, TimeProvider timeProvider)
    {
        options.Validate();
        return options.Provider switch
        {
            WarehouseProvider.DuckDb => new DuckDbWarehouse(options, timeProvider),
            _ => new SqlServerWarehouse(options, timeProvider),
        };
    }
}
