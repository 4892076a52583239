using Etl.Warehouse;
using Microsoft.Data.SqlClient;

namespace Etl.Benchmarks.SqlServer;

/// <summary>A database of its own on the server, dropped at the end.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly string _connection;
    private readonly string _name = $"etl_benchmark_{Environment.ProcessId}";

    private BenchmarkDatabase(string connection) => _connection = connection;

    public WarehouseOptions Options => new()
    {
        Provider = WarehouseProvider.SqlServer,
        ConnectionString = new SqlConnectionStringBuilder(_connection) { InitialCatalog = _name }.ConnectionString,
        CommandTimeoutSeconds = 0,
        BulkTimeoutSeconds = 0,
    };

    public static async Task<BenchmarkDatabase> CreateAsync(string connection, CancellationToken cancellationToken)
    {
        var database = new BenchmarkDatabase(connection);
        await database.ExecuteAsync($"CREATE DATABASE {database._name}", cancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE {_name}", CancellationToken.None);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(_connection) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
