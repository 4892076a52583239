using Etl.Load.Staging.DuckDb;
using Etl.Load.Staging.SqlServer;
using Etl.Warehouse;
using Etl.Warehouse.DuckDb;
using Etl.Warehouse.SqlServer;

namespace Etl.Load.Staging;

/// <summary>The writer of each store.</summary>
internal static class StagingWriters
{
    public static IStagingWriter For(WarehouseSession session) => session switch
    {
        DuckDbSession embedded => new DuckDbStagingWriter(embedded),
        SqlServerSession server => new SqlServerStagingWriter(server),
        _ => throw new NotSupportedException($"{session.GetType().Name} has no staging writer."),
    };
}
