using System.Diagnostics;
using Etl.Extract;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;
using Etl.Transform.Matching;

namespace Etl.Pipeline;

/// <summary>
/// Reads the inventories of one tenant, all at once, into the compact form that the rules work on. The first that fails stops the
/// others: a run without one of its sources would publish wrong numbers.
/// </summary>
internal sealed class Extraction(TenantOptions tenant, PrivacyOptions privacy, TimeProvider clock)
{
    private readonly List<RejectedRow> _rejected = [];
    private readonly Lock _rejectedLock = new();

    public async Task<ExtractionResult> ReadAsync(
        RunArchive archive, DateTimeOffset asOf, IProgress<SourceProgress> progress, CancellationToken cancellationToken)
    {
        var inventories = new Inventories();
        var users = new PrimaryUserFilter(privacy);
        using var graph = new GraphConnection(tenant.Graph, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        List<Task<SourceReading>> readings =
        [
            ReadAsync(new EntraDeviceSource(graph, archive, progress), inventories.Entra.Add, stop),
            ReadAsync(
                new ManagedDeviceSource(graph, archive, users.IsAsked, progress),
                device => inventories.Intune.Add(users.Apply(device)), stop),
        ];
        if (tenant.ActiveDirectory is { } directory)
            readings.Add(ReadAsync(new AdComputerSource(directory, archive, asOf, progress), inventories.ActiveDirectory.Add, stop));

        await WhenAllOrFirstFault(readings);
        return new ExtractionResult(inventories, readings.ConvertAll(reading => reading.Result), _rejected);
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
        await foreach (var page in source.ReadAsync(cancellationToken))
        {
            foreach (var record in page.Records) add(record);
            read += page.RowsRead;
            rejected += page.Rejected.Count;
            if (page.Rejected.Count == 0) continue;
            lock (_rejectedLock) _rejected.AddRange(page.Rejected);
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
