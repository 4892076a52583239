using System.Diagnostics;
using Etl.Extract.Archive;
using Etl.Load;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Gate;
using Etl.Pipeline.Replay;
using Etl.Pipeline.Telemetry;
using Etl.Transform;
using Etl.Transform.Classification;
using Etl.Transform.Matching;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Etl.Pipeline;

/// <summary>
/// One run of one tenant, the only place that knows the order: extract, transform, gate, load. Reading and matching hold no lock on
/// the warehouse; it is opened at the start to enter the run in the journal, and at the end to publish.
/// </summary>
public sealed class TenantRun(EtlOptions options, TenantOptions tenant, IWarehouse warehouse, TimeProvider clock, IRunObserver observer)
{
    // Whoever waits has been told already that the run failed.
    private static readonly TimeSpan JournalPatience = TimeSpan.FromSeconds(20);

    // Further than any time zone is.
    private static readonly TimeSpan FarAhead = TimeSpan.FromDays(1);

    private readonly RunJournal _journal = new(warehouse);
    private readonly DeviceLoader _loader = new(warehouse, clock);
    private TimeSpan? _fileAge;
    private TenantClaim? _claim;

    /// <summary>For a service: tells what the run meets on its way. Whatever is logged while it lasts bears its tenant and id.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>Runs to an end that the journal knows: published, held, or nothing written (a dry run).</summary>
    /// <exception cref="EtlException">The run failed, and nothing was published; the journal says so too where it can be written.</exception>
    public async Task<TenantRunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await using var claim = request.DryRun ? null : await TenantClaim.TakeAsync(warehouse, tenant.Name, request.Patience, cancellationToken);
        _claim = claim;
        return await PublishedSinceAsync(request, cancellationToken) is { } published
            ? new TenantRunResult { Run = published with { State = RunState.NothingToDo } }
            : await RunAsync(NewRun(request), request, cancellationToken);
    }

    /// <summary>Publishes an earlier run once more, from its archive. It had been published, so that the gate does not hold it.</summary>
    internal Task<TenantRunResult> RebuildAsync(
        ArchivedRun archived, bool moreDaysFollow, TenantClaim claim, CancellationToken cancellationToken)
    {
        _claim = claim;
        var manifest = archived.Manifest;
        var run = new RunRecord
        {
            RunId = manifest.RunId,
            Tenant = tenant.Name,
            AsOf = manifest.AsOf,
            SnapshotDate = manifest.SnapshotDate,
            State = RunState.Running,
            Started = clock.GetUtcNow(),
        };
        return RunAsync(run, new RunRequest { Archived = archived, MoreDaysFollow = moreDaysFollow }, cancellationToken);
    }

    private async Task<TenantRunResult> RunAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        using var scope = Log.BeginScope(LogScope.Of(run.Tenant, run.RunId));
        using var span = PipelineTelemetry.Run(run);
        observer.Started(run);
        if (run.AsOf > clock.GetUtcNow() + FarAhead)
            observer.Warned($"{run.AsOf:yyyy-MM-dd} is still to come: once it is published, no day before it can be.");
        var isInJournal = request.Archived is not null;
        try
        {
            if (!request.DryRun && !isInJournal)
            {
                await _journal.StartAsync(run, cancellationToken);
                isInJournal = true;
            }

            var result = await ExtractTransformLoadAsync(run, request, cancellationToken);
            observer.Ended(result.Run);
            return result;
        }
        catch (Exception e)
        {
            var fault = e is IOException or UnauthorizedAccessException ? OfFile(e) : e;
            var failed = run with { State = RunState.Failed, Ended = clock.GetUtcNow(), PeakMemoryBytes = PeakMemory(), Error = Sentence(fault) };
            span?.SetStatus(ActivityStatusCode.Error, failed.Error);
            observer.Ended(failed);
            // A journal that could not be begun would only be waited for once more.
            if (!request.DryRun && isInJournal) await TryFinishAsync(failed);
            if (fault != e) throw fault;
            throw;
        }
    }

    private async Task<RunRecord?> PublishedSinceAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (request.UnlessPublishedSince is not { } since || !await warehouse.ExistsAsync(cancellationToken)) return null;
        // The run itself would upgrade it: a warehouse of an earlier version is no reason not to begin.
        await warehouse.EnsureCurrentAsync(cancellationToken);
        return await _journal.LastPublishedAsync(tenant.Name, cancellationToken) is { } last && last.AsOf >= since ? last : null;
    }

    private async Task<TenantRunResult> ExtractTransformLoadAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        var previous = await ReadPreviousAsync(run, request, cancellationToken);
        var archive = options.Archive.Enabled && !request.DryRun && request.Archived is null
            ? RunArchive.In(ArchiveFolder.Of(options.Archive.Path, run))
            : RunArchive.Disabled;
        ExtractionResult extracted;
        using (PipelineTelemetry.Stage("extract", run.Tenant)) extracted = await ExtractAsync(archive, run, request, previous, cancellationToken);
        var history = await ReadHistoryAsync(run, request, cancellationToken);

        var methods = new EnrollmentMethodTable(options.Tables.Methods);
        TransformResult transformed;
        using (PipelineTelemetry.Stage("transform", run.Tenant))
            transformed = new DeviceTransformer(options.Rules, methods, options.Tables.Exclusions)
                .Transform(extracted.Inventories, run.AsOf, history);
        run = Account(run, extracted, transformed, previous);
        await archive.WriteManifestAsync(Manifest(archive, run), cancellationToken);

        var isHeld = request.Archived is null && run.Quality.Any(result => result is { Passed: false, Severity: QualitySeverity.Hold }
            && (!request.AcceptShrink || result.Code == QualityGate.EmptySource));
        var tally = new DeviceTally();
        if (request.DryRun || isHeld)
        {
            foreach (var _ in tally.Count(transformed.Devices)) cancellationToken.ThrowIfCancellationRequested();
            run = run with { State = isHeld ? RunState.Held : RunState.NothingToDo, Ended = clock.GetUtcNow(), PeakMemoryBytes = PeakMemory() };
            if (isHeld) run = run with { Error = HeldBy(run) };
            if (!request.DryRun) await _journal.FinishAsync(run, extracted.Rejected, cancellationToken);
        }
        else
        {
            using (PipelineTelemetry.Stage("load", run.Tenant)) run = await LoadAsync(run, request, extracted, transformed, tally, cancellationToken);
        }

        await FinishArchiveAsync(archive, run);
        return new TenantRunResult
        {
            Run = run,
            Devices = tally.Devices,
            Enrolled = tally.Enrolled,
            InScope = tally.InScope,
            Covered = tally.Covered,
        };
    }

    private async Task<ExtractionResult> ExtractAsync(
        RunArchive archive, RunRecord run, RunRequest request, RunRecord? previous, CancellationToken cancellationToken)
    {
        var expected = (previous?.Sources ?? []).ToDictionary(source => source.Source, source => source.RowsRead);
        var progress = new Relay<SourceProgress>(read => observer.Read(
            read.ExpectedRows is null && expected.TryGetValue(read.Source, out var rows) ? read with { ExpectedRows = rows } : read));
        var extraction = new Extraction(tenant, options.Privacy, clock, Log);
        return request.Archived is { } archived
            ? await extraction.ReadAsync(archived, progress, cancellationToken)
            : await extraction.ReadAsync(archive, run.AsOf, progress, cancellationToken);
    }

    private ArchiveManifest Manifest(RunArchive archive, RunRecord run) => new()
    {
        RunId = run.RunId,
        Tenant = run.Tenant,
        AsOf = run.AsOf,
        SnapshotDate = run.SnapshotDate,
        Started = run.Started,
        State = run.State,
        Devices = run.State == RunState.Published ? run.Devices : null,
        RulesVersion = RulesVersion.Of(options),
        Sources = [.. run.Sources.Select(source => new ArchivedSource
        {
            Source = source.Source,
            RowsRead = source.RowsRead,
            RowsRejected = source.RowsRejected,
            ControlCount = source.ControlCount,
            FileAge = source.Source == SourceKind.ActiveDirectory ? _fileAge : null,
        })],
        Files = archive.Files,
    };

    // The run is over by now, and the warehouse knows how it ended: a manifest that cannot be written changes nothing about that.
    private async Task FinishArchiveAsync(RunArchive archive, RunRecord run)
    {
        try
        {
            await archive.WriteManifestAsync(Manifest(archive, run), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            observer.Warned($"What became of the run could not be noted in its archive: {e.Message}");
        }
    }

    private RunRecord Account(RunRecord run, ExtractionResult extracted, TransformResult transformed, RunRecord? previous)
    {
        var sources = extracted.Account(transformed);
        _fileAge = extracted.FileAge;
        var gate = QualityGate.Check(
            sources, previous?.Sources ?? [], extracted.FileAge, tenant.ActiveDirectory?.MaxAgeHours, options.Quality);
        return run with
        {
            Sources = sources,
            Devices = transformed.DeviceCount,
            Quality = [.. gate, .. extracted.Warnings, .. transformed.Warnings],
        };
    }

    private async Task<RunRecord> LoadAsync(
        RunRecord run, RunRequest request, ExtractionResult extracted, TransformResult transformed, DeviceTally tally, CancellationToken cancellationToken)
    {
        await RegainClaimAsync(cancellationToken);
        var counted = tally.Count(transformed.Devices);
        var hasBegun = false;
        // What matching left behind is as much as the store may take for staging.
        GiveMemoryBack();
        var publication = new Publication
        {
            Run = run,
            Devices = warehouse.RepeatsWork ? counted : ReadOnce(counted, extracted.Inventories),
            Methods = transformed.Methods,
            GapReasons = options.Tables.GapReasons,
            CoverageTarget = options.Rules.CoverageTarget,
            Rejected = extracted.Rejected,
            MoreDaysFollow = request.MoreDaysFollow,
            Begin = BeginAsync,
            Confirm = token => _claim?.EnsureHeldAsync(token) ?? Task.CompletedTask,
        };
        var progress = new Relay<long>(rows => observer.Loaded(rows, transformed.DeviceCount));
        return await _loader.PublishAsync(publication, progress, cancellationToken);

        Task BeginAsync(CancellationToken token)
        {
            if (hasBegun) observer.Warned("The connection to the warehouse broke, or the server could not do it just then: the load begins again.");
            hasBegun = true;
            return RegainClaimAsync(token);
        }

        Task RegainClaimAsync(CancellationToken token) => _claim?.RegainAsync(run, token) ?? Task.CompletedTask;
    }

    // A publish within this process needs as much memory as the records do: it begins when they are gone.
    private static IEnumerable<ClassifiedDevice> ReadOnce(IEnumerable<ClassifiedDevice> devices, Inventories inventories)
    {
        foreach (var device in devices) yield return device;
        inventories.Clear();
        GiveMemoryBack();
    }

    private static void GiveMemoryBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    // A dry run may be the first thing that anybody tries: then there is no warehouse to ask.
    private async Task<RunRecord?> ReadPreviousAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.DryRun && !await warehouse.ExistsAsync(cancellationToken)) return null;
        if (!request.DryRun) await _loader.EnsureInOrderAsync(run, cancellationToken);
        // A replayed day is compared with what it was compared with first: later days have runs in the journal too.
        return await _journal.LastPublishedAsync(tenant.Name, run.SnapshotDate, cancellationToken);
    }

    private async Task<Func<SourceId, bool>> ReadHistoryAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.DryRun && !await warehouse.ExistsAsync(cancellationToken)) return _ => false;
        return (await EnrolledHistory.ReadAsync(warehouse, tenant.Name, run.SnapshotDate, cancellationToken)).Contains;
    }

    // The run has failed already: a journal that cannot be written must not hide why.
    private async Task TryFinishAsync(RunRecord failed)
    {
        using var patience = new CancellationTokenSource(JournalPatience, clock);
        try
        {
            if (!await _journal.FinishAsync(failed, [], patience.Token))
                observer.Warned($"The day {failed.SnapshotDate:yyyy-MM-dd} is published all the same: only the warehouse's answer was lost.");
        }
        catch (EtlException e)
        {
            observer.Warned($"The failure could not be entered in the journal: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            observer.Warned("The failure could not be entered in the journal: the warehouse did not answer in time.");
        }
    }

    private RunRecord NewRun(RunRequest request)
    {
        var now = clock.GetUtcNow();
        var asOf = (request.AsOf ?? now).ToUniversalTime();
        return new RunRecord
        {
            RunId = Guid.CreateVersion7(now),
            Tenant = tenant.Name,
            AsOf = asOf,
            SnapshotDate = options.Warehouse.DayOf(asOf),
            State = RunState.Running,
            Started = now,
        };
    }

    private static string HeldBy(RunRecord run) => string.Join("; ", run.Quality
        .Where(result => result is { Passed: false, Severity: QualitySeverity.Hold })
        .Select(result => $"{result.Code} {result.Subject}: expected {result.Expected}, found {result.Found}"));

    // Sources and warehouse tell of their own files; what is left is the archive, on a disk that is full or not ours to write to.
    private static EtlException OfFile(Exception e) => new(Stage.Extract,
        $"A file of the archive could not be written ({e.Message.TrimEnd('.')}). Nothing was published; free some space or give this "
        + "account the right to write there (Archive:Path), then run again.", e);

    private static string Sentence(Exception e) => e switch
    {
        OperationCanceledException => "Stopped before the end.",
        EtlException => e.Message,
        _ => $"{e.GetType().Name}: {e.Message}",
    };

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    // Progress<T> posts to a thread pool, where a late report can overtake the last one.
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
