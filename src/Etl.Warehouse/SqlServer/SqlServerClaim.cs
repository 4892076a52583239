using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>A lock together with the session that holds it.</summary>
internal sealed class SqlServerClaim(SqlConnection connection, SqlServerLock held) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await held.DisposeAsync();
        await connection.DisposeAsync();
    }
}
