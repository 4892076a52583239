using System.Collections.Frozen;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>Which errors of the server pass by themselves.</summary>
internal static class TransientErrors
{
    public const byte ConnectionIsGone = 20;

    // https://learn.microsoft.com/azure/azure-sql/database/troubleshoot-common-errors-issues and the numbers of an own server that
    // restarts or fails over.
    private static readonly FrozenSet<int> Numbers = new[]
    {
        20, 64, 233, 997, 10053, 10054, 10060, // the network
        596, 6001, 6005, 6006, 17142, 18401, // killed, or the server is going down or coming up
        922, 952, 976, 978, 983, 3906, // the database is being recovered or fails over
        1204, 1205, 1222, 3960, 8645, 8651, // locks, and memory waited for in vain
        4221, 10928, 10929, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920, // Azure SQL
    }.ToFrozenSet();

    // What a server that is down says, and what a wrong name says too.
    private static readonly FrozenSet<int> Unreachable = new[] { 0, -1, 2, 26, 40, 53, 121, 258, 11001, 10061, 4060, -2 }.ToFrozenSet();

    public static bool Contains(SqlException error) =>
        error.Errors.Cast<SqlError>().Any(single => Numbers.Contains(single.Number)) || error.Class >= ConnectionIsGone && !IsUnreachable(error.Number);

    /// <summary>Worth waiting for only where the server has answered before.</summary>
    public static bool IsUnreachable(int number) => Unreachable.Contains(number);
}
