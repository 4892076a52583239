using System.Data.Common;
using Etl.Warehouse.DuckDb;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse;

/// <summary>The only place that knows which store is behind <see cref="IWarehouse"/>.</summary>
public static class WarehouseFactory
{
    /// <summary>What a library that opens connections of its own needs to come to the same SQL Server.</summary>
    public static (DbProviderFactory Provider, string ConnectionString) ConnectionsOf(WarehouseOptions options) =>
        (SqlClientFactory.Instance, SqlServerConnectionText.For(options));

    /// <param name="readersWelcomeWriter">For a service, whose readers come and go all day beside its writer.</param>
    public static IWarehouse Create(WarehouseOptions options, TimeProvider timeProvider, bool readersWelcomeWriter = false)
    {
        options.Validate();
        return options.Provider switch
        {
            WarehouseProvider.DuckDb => new DuckDbWarehouse(options, timeProvider) { ReadersWelcomeWriter = readersWelcomeWriter },
            _ => new SqlServerWarehouse(options, timeProvider),
        };
    }

    public static IWarehouseExamination CreateExamination(WarehouseOptions options, TimeProvider timeProvider) =>
        options.Provider == WarehouseProvider.DuckDb ? new DuckDbExamination(options, timeProvider) : new SqlServerExamination(options, timeProvider);

    /// <summary>Full path of the file of an embedded warehouse; null where a server has it.</summary>
    public static string? FileOf(WarehouseOptions options) =>
        options.Provider == WarehouseProvider.DuckDb ? DuckDbConnectionText.FilePath(options.ConnectionString) : null;
}
