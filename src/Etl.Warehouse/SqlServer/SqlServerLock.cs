using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>One holder at a time: a lock of the server that goes with the session, however that ends.</summary>
internal sealed class SqlServerLock : IAsyncDisposable
{
    /// <summary>The lock of whoever writes.</summary>
    public const string Warehouse = "etl.warehouse";

    // A network that swallows the question answers it too.
    private const int AnswerTimeoutSeconds = 30;

    private readonly SqlConnection _connection;
    private readonly string _resource;

    private SqlServerLock(SqlConnection connection, string resource)
    {
        _connection = connection;
        _resource = resource;
    }

    /// <summary>Null where it was not to be had in time.</summary>
    public static async Task<SqlServerLock?> TryTakeAsync(
        SqlConnection connection, string resource, TimeSpan wait, CancellationToken cancellationToken)
    {
        resource = Within(connection.Database, resource);
        await using var command = Procedure(connection, "sp_getapplock", resource);
        command.Parameters.AddWithValue("@LockMode", "Exclusive");
        command.Parameters.AddWithValue("@LockTimeout", (int)wait.TotalMilliseconds);
        command.CommandTimeout = 0;
        var outcome = command.Parameters.Add("@outcome", SqlDbType.Int);
        outcome.Direction = ParameterDirection.ReturnValue;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return (int)outcome.Value >= 0 ? new SqlServerLock(connection, resource) : null;
    }

    /// <summary>Asks the server whether this session has the lock.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT APPLOCK_MODE(N'public', @resource, N'Session')";
        command.Parameters.AddWithValue("@resource", _resource);
        command.CommandTimeout = AnswerTimeoutSeconds;
        return await command.ExecuteScalarAsync(cancellationToken) is "Exclusive";
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State != ConnectionState.Open) return;
        try
        {
            await using var command = Procedure(_connection, "sp_releaseapplock", _resource);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is SqlException or InvalidOperationException)
        {
            // The connection is lost, though it may still call itself open, and the lock with it; what lost it is already on its way to
            // the caller.
        }
    }

    // SQL Server keeps the locks of each database apart; Babelfish does not.
    private static string Within(string database, string resource) =>
        $"{resource}@{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database.ToUpperInvariant())))[..16]}";

    private static SqlCommand Procedure(SqlConnection connection, string name, string resource)
    {
        var command = connection.CreateCommand();
        command.CommandText = name;
        command.CommandType = CommandType.StoredProcedure;
        command.Parameters.AddWithValue("@Resource", resource);
        command.Parameters.AddWithValue("@LockOwner", "Session");
        return command;
    }
}
