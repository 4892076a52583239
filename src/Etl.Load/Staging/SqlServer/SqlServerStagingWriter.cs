using Etl.Model.Devices;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.Load.Staging.SqlServer;

/// <summary>Bulk-copies what is to be published into the staging tables of a SQL Server, in place of whatever is there.</summary>
internal sealed class SqlServerStagingWriter(SqlServerSession session) : IStagingWriter
{
    public async Task<int> WriteAsync(Publication publication, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
        await session.ExecuteAsync("publish/clear_staging.sql", new { }, transaction, cancellationToken);
        await session.AppendAsync("staging", "enrollment_method", publication.Methods.Select(Cells), transaction, cancellationToken);
        await session.AppendAsync("staging", "gap_reason", publication.GapReasons.Select(Cells), transaction, cancellationToken);
        await using var devices = new DeviceRows(publication.Devices);
        await session.CopyAsync(devices, "staging.classified_device", SqlBulkCopyOptions.TableLock, transaction, progress, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        progress?.Report(devices.Count);
        return devices.Count;
    }

    private static object?[] Cells(EnrollmentMethod method, int index) =>
        [method.Code, method.Label, method.Category, method.Platform, method.Ownership, method.ExpectedJoinType, (short)(index + 1)];

    private static object?[] Cells(GapReasonText reason) =>
        [(short)reason.Code, reason.Label, reason.Explanation, reason.RecommendedAction, reason.Severity];
}
