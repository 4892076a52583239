using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>A lock together with the session that holds it.</summary>
internal sealed class SqlServerClaim(SqlConnection connection, SqlServerLock held) : IClaim
{
    // The client mends a connection that broke while it was idle and says nothing; the session and its lock are gone all the same.
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await held.IsHeldAsync(cancellationToken);
        }
        catch (Exception e) when (e is SqlException or InvalidOperationException)
        {
            // The client reports a cancelled statement as an error of the server.
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await held.DisposeAsync();
        await connection.DisposeAsync();
    }
}
