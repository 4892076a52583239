using Etl.Load;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Cli.Commands;

/// <summary>
/// Where the demo's days go: a file of its own, which is made anew, or the SQL Server that the configuration names. That may be
/// somebody's warehouse, so there the demo touches its own tenant alone, and nothing at all where another one is.
/// </summary>
internal static class DemoWarehouse
{
    public static WarehouseOptions OptionsIn(string folder, string? config)
    {
        var configured = ConfigurationLoader.LoadWarehouse(config);
        return configured.Provider == WarehouseProvider.SqlServer
            ? configured
            : new WarehouseOptions { ConnectionString = $"Data Source={FileIn(folder)}" };
    }

    public static string Place(string folder, WarehouseOptions options) =>
        options.Provider == WarehouseProvider.SqlServer ? "the one on SQL Server that the configuration names" : FileIn(folder);

    /// <summary>Makes the schema where it is not current, and takes away what an earlier demo published.</summary>
    /// <exception cref="EtlException">The warehouse has a tenant that is not the demo's.</exception>
    public static async Task PrepareAsync(
        IWarehouse warehouse, WarehouseOptions options, string tenant, CommandContext context, CancellationToken cancellationToken)
    {
        if (options.Provider != WarehouseProvider.SqlServer) return;
        if (await warehouse.ExistsAsync(cancellationToken))
        {
            var days = await warehouse.UseAsync(WarehouseAccess.Read, session => SnapshotDays.ReadAsync(session, tenant: null, cancellationToken), cancellationToken);
            if (days.FirstOrDefault(day => day.Tenant != tenant) is { } other)
                throw new EtlException(Stage.Load,
                    $"The warehouse that the configuration names has published days of {other.Tenant}: the demo is not for a warehouse in use. "
                    + "Name an empty database in Warehouse:ConnectionString.");
            if (days.Count > 0) await new DeviceLoader(warehouse, context.Clock).TakeBackAsync(tenant, days[0].SnapshotDate, cancellationToken);
        }
        else
        {
            await context.Error.WriteLineAsync($"{(await warehouse.MigrateAsync(cancellationToken)).Scripts.Count} scripts made the warehouse.");
        }
    }

    private static string FileIn(string folder) => Path.Combine(folder, "warehouse.duckdb");
}
