using Etl.Model.Errors;
using Etl.Warehouse.DuckDb;

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
            _ => throw new ConfigurationException(
                $"Warehouse:Provider is {options.Provider}, which this version does not have; expected DuckDb."),
        };
    }
}
