using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Etl.Warehouse;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.SqlServer.Testing;

/// <summary>Databases of tests that run one after the other: made when first asked for, migrated, emptied for each test, dropped at the end.</summary>
public sealed partial class SqlServerDatabases : IDisposable
{
    private readonly string _prefix = $"etl_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^10..]}";
    private readonly ConcurrentDictionary<string, string> _databases = new(StringComparer.Ordinal);

    /// <summary>An empty warehouse with its schema.</summary>
    public SqlServerWarehouse Warehouse(string name) => new(Empty(name), TimeProvider.System);

    /// <summary>How to come to an empty warehouse with its schema; the same database again for the same name.</summary>
    public WarehouseOptions Empty(string name)
    {
        var isNew = !_databases.ContainsKey(name);
        var options = Options(Database(name));
        if (isNew) new SqlServerWarehouse(options, TimeProvider.System).MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        else Execute(Emptying.Sql, _databases[name]);
        return options;
    }

    /// <summary>A database without a schema, or with the one that a test gave it.</summary>
    public string Database(string name) => _databases.GetOrAdd(name, _ =>
    {
        var database = $"{_prefix}_{name}";
        Execute($"CREATE DATABASE {database}", "master");
        return database;
    });

    public static WarehouseOptions Options(string database) => new()
    {
        Provider = WarehouseProvider.SqlServer,
        ConnectionString = ConnectionString(database),
        CommandTimeoutSeconds = 120,
    };

    public static string ConnectionString(string database) =>
        new SqlConnectionStringBuilder(SqlServerHost.ConnectionString) { InitialCatalog = database }.ConnectionString;

    /// <summary>Statements that no part of the product sends.</summary>
    public static void Execute(string sql, string database)
    {
        using var connection = new SqlConnection(ConnectionString(database));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a script on one connection as an administrator's tools do: cut at lines that hold GO.</summary>
    public static void ExecuteByHand(string script, string database)
    {
        using var connection = new SqlConnection(ConnectionString(database));
        connection.Open();
        foreach (var batch in Separator().Split(script).Where(batch => batch.Trim().Length > 0))
        {
            using var command = connection.CreateCommand();
            command.CommandText = batch;
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqlException) when (batch.Contains("PRINT CONCAT('physical/", StringComparison.Ordinal))
            {
                // A server that lacks it, and says so in a way that no T-SQL can catch.
            }
        }
    }

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        foreach (var database in _databases.Values) Execute($"DROP DATABASE {database}", "master");
    }

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Separator();
}
