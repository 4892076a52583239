using System.Diagnostics;
using Etl.Extract;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Telemetry;
using Etl.Transform.Matching;
using Microsoft.Extensions.Logging;

namespace Etl.Pipeline;

/// <summary>
/// Reads the inventories of one tenant, all at once, into the compact form that the rules work on. The first that fails stops the
/// others: a run without one of its sources would publish wrong numbers.
/// </summary>
internal sealed class Extraction(TenantOptions tenant, PrivacyOptions privacy, TimeProvider clock, ILogger log)
{
    private readonly PrimaryUserFilter _users = new(privacy);
    private readonly List<RejectedRow> _rejected = [];
    private readonly Lock _rejectedLock = new();

    /// <summary>From Graph and the AD exports; what is read is kept in <paramref name="archive"/>.</summary>
    public async Task<ExtractionResult> ReadAsync(
        RunArchive archive, DateTimeOffset asOf, IProgress<SourceProgress> progress, CancellationToken cancellationToken)
    {
        using var graph = new GraphConnection(tenant.Graph, clock, log);
        return await ReadAsync(
            new EntraDeviceSource(graph, archive, progress),
            new ManagedDeviceSource(graph, archive, _users.IsAsked, progress),
            tenant.ActiveDirectory is { } directory ? new AdComputerSource(directory, archive, asOf, progress) : null,
            cancellationToken);
    }

    /// <summary>From the archive of an earlier run.</summary>
    public Task<ExtractionResult> ReadAsync(ArchivedRun archived, IProgress<SourceProgress> progress, CancellationToken cancellationToken) =>
        ReadAsync(
            archived.EntraDevices(progress),
            archived.ManagedDevices(_users.IsAsked, progress),
            archived.HasActiveDirectory ? archived.AdComputers(tenant.ActiveDirectory ?? new AdOptions(), progress) : null,
            cancellationToken);

    private async Task<ExtractionResult> ReadAsync(
        ISource<EntraDevice> entra, ISource<ManagedDevice> intune, ISource<AdComputer>? directory, CancellationToken cancellationToken)
    {
        var inventories = new Inventories();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        List<Task<SourceReading>> readings =
        [
            ReadAsync(entra, inventories.Entra.Add, stop),
            ReadAsync(intune, device => inventories.Intune.Add(_users.Apply(device)), stop),
        ];
        if (directory is not null) readings.Add(ReadAsync(directory, inventories.ActiveDirectory.Add, stop));

        await WhenAllOrFirstFault(readings);
        // By source, each in its own order: a replay lists them as the run did, whichever source was faster.
        return new ExtractionResult(inventories, readings.ConvertAll(reading => reading.Result), [.. _rejected.OrderBy(row => row.Source)]);
    }

    private async Task<SourceReading> ReadAsync<T>(ISource<T> source, Action<T> add, CancellationTokenSource stop)
    {
        // Each source on a thread of its own: parsing is the work, waiting for the network is not.
        return await Task.Run(
            async () =>
            {
                try
                {
                    return await ReadPagesAsync(source, add, stop.Token);
                }
                catch
                {
                    await stop.CancelAsync();
                    throw;
                }
            },
            stop.Token);
    }

    private async Task<SourceReading> ReadPagesAsync<T>(ISource<T> source, Action<T> add, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var read = 0L;
        var rejected = 0L;
        var asked = clock.GetUtcNow();
        await foreach (var page in source.ReadAsync(cancellationToken))
        {
            PipelineTelemetry.PageRead(source.Report.Source, asked);
            foreach (var record in page.Records) add(record);
            read += page.RowsRead;
            rejected += page.Rejected.Count;
            if (page.Rejected.Count > 0)
                lock (_rejectedLock) _rejected.AddRange(page.Rejected.Select(_users.Apply));
            asked = clock.GetUtcNow();
        }

        return new SourceReading(source.Report, read, rejected, Stopwatch.GetElapsedTime(started));
    }

    // The fault that stopped the others is the one to tell, not the cancellations that followed it.
    private static async Task WhenAllOrFirstFault(IReadOnlyList<Task<SourceReading>> readings)
    {
        try
        {
            await Task.WhenAll(readings);
        }
        catch (OperationCanceledException) when (readings.Any(reading => reading.IsFaulted))
        {
            await readings.First(reading => reading.IsFaulted);
        }
    }
}
