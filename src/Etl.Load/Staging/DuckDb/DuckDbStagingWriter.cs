using Dapper;
using DuckDB.NET.Data;
using Etl.Model.Devices;
using Etl.Warehouse.DuckDb;

namespace Etl.Load.Staging.DuckDb;

/// <summary>Bulk-writes what is to be published into the staging tables of a DuckDB warehouse, in place of whatever is there.</summary>
internal sealed class DuckDbStagingWriter(DuckDbSession session) : IStagingWriter
{
    /// <summary>
    /// What the store may hold meanwhile; full row groups go to the file. The records of the run are still in memory, so that this is
    /// where a run's memory peaks.
    /// </summary>
    private const long MemoryLimit = 96 << 20;

    public async Task<int> WriteAsync(Publication publication, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var connection = session.Embedded;
        // One appender feeds one thread; a second would burn a core waiting for work.
        var threads = await connection.ExecuteScalarAsync<long>("SELECT current_setting('threads')");
        var memory = await connection.ExecuteScalarAsync<string>("SELECT current_setting('memory_limit')");
        var stagingMemory = await connection.ExecuteScalarAsync<long>(FormattableString.Invariant(
            $"SELECT least({MemoryLimit}, parse_formatted_bytes(current_setting('memory_limit')))"));
        await connection.ExecuteAsync(FormattableString.Invariant($"SET threads = 1; SET memory_limit = '{stagingMemory}B'"));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            session.Scripts["publish/clear_staging.sql"], transaction: transaction, cancellationToken: cancellationToken));
        WriteMethods(connection, publication.Methods);
        WriteGapReasons(connection, publication.GapReasons);
        var devices = WriteDevices(connection, publication.Devices, progress, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await connection.ExecuteAsync(FormattableString.Invariant($"SET threads = {threads}; SET memory_limit = '{memory}'"));
        return devices;
    }

    private static int WriteDevices(
        DuckDBConnection connection, IEnumerable<ClassifiedDevice> devices, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var appender = new DeviceAppender(connection);
        using var enumerator = devices.GetEnumerator();
        while (appender.AppendSome(enumerator))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(appender.Count);
        }

        appender.AppendProfiles();
        progress?.Report(appender.Count);
        return appender.Count;
    }

    private static void WriteMethods(DuckDBConnection connection, IReadOnlyList<EnrollmentMethod> methods)
    {
        using var appender = connection.CreateAppender("staging", "enrollment_method");
        for (var i = 0; i < methods.Count; i++)
            appender.CreateRow()
                .AppendValue(methods[i].Code)
                .AppendValue(methods[i].Label)
                .AppendValue(methods[i].Category)
                .AppendValue(methods[i].Platform)
                .AppendValue(methods[i].Ownership)
                .AppendValue(methods[i].ExpectedJoinType)
                .AppendValue((short)(i + 1))
                .EndRow();
    }

    private static void WriteGapReasons(DuckDBConnection connection, IReadOnlyList<GapReasonText> reasons)
    {
        using var appender = connection.CreateAppender("staging", "gap_reason");
        foreach (var reason in reasons)
            appender.CreateRow()
                .AppendValue((short)reason.Code)
                .AppendValue(reason.Label)
                .AppendValue(reason.Explanation)
                .AppendValue(reason.RecommendedAction)
                .AppendValue(reason.Severity)
                .EndRow();
    }
}
