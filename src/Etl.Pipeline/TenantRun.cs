using System.Diagnostics;
using Etl.Extract.Archive;
using Etl.Load;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Gate;
using Etl.Transform;
using Etl.Transform.Classification;
using Etl.Transform.Matching;
using Etl.Warehouse;
using Etl.Warehouse.Runs;

namespace Etl.Pipeline;

/// <summary>
/// One run of one tenant, the only place that knows the order: extract, transform, gate, load. Reading and matching hold no lock on
/// the warehouse; it is opened at the start to enter the run in the journal, and at the end to publish.
/// </summary>
public sealed class TenantRun(EtlOptions options, TenantOptions tenant, IWarehouse warehouse, TimeProvider clock, IRunObserver observer)
{
    private readonly RunJournal _journal = new(warehouse);
    private readonly DeviceLoader _loader = new(warehouse, clock);

    /// <summary>Runs to an end that the journal knows: published, held, or nothing written (a dry run).</summary>
    /// <exception cref="EtlException">The run failed, and nothing was published; the journal says so too where it can be written.</exception>
    public async Task<TenantRunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = NewRun(request);
        observer.Started(run);
        try
        {
            if (!request.DryRun) await _journal.StartAsync(run, cancellationToken);
            var result = await ExtractTransformLoadAsync(run, request, cancellationToken);
            observer.Ended(result.Run);
            return result;
        }
        catch (Exception e)
        {
            var fault = e is IOException or UnauthorizedAccessException ? OfFile(e) : e;
            var failed = run with { State = RunState.Failed, Ended = clock.GetUtcNow(), PeakMemoryBytes = PeakMemory(), Error = Sentence(fault) };
            observer.Ended(failed);
            if (!request.DryRun) await TryFinishAsync(failed);
            if (fault != e) throw fault;
            throw;
        }
    }

    private async Task<TenantRunResult> ExtractTransformLoadAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        var previous = await ReadPreviousAsync(run, request, cancellationToken);
        var extracted = await ExtractAsync(run, request, previous, cancellationToken);
        var history = await ReadHistoryAsync(run, request, cancellationToken);

        var methods = new EnrollmentMethodTable(options.Tables.Methods);
        var transformed = new DeviceTransformer(options.Rules, methods, options.Tables.Exclusions)
            .Transform(extracted.Inventories, run.AsOf, history);
        run = Account(run, extracted, transformed, previous);

        var isHeld = run.Quality.Any(result => result is { Passed: false, Severity: QualitySeverity.Hold }
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
            run = await LoadAsync(run, extracted, transformed, tally, cancellationToken);
        }

        return new TenantRunResult
        {
            Run = run,
            Devices = tally.Devices,
            Enrolled = tally.Enrolled,
            InScope = tally.InScope,
            Covered = tally.Covered,
        };
    }

    private async Task<ExtractionResult> ExtractAsync(RunRecord run, RunRequest request, RunRecord? previous, CancellationToken cancellationToken)
    {
        var archive = options.Archive.Enabled && !request.DryRun
            ? RunArchive.In(ArchiveFolder.Of(options.Archive.Path, run))
            : RunArchive.Disabled;
        var expected = (previous?.Sources ?? []).ToDictionary(source => source.Source, source => source.RowsRead);
        var progress = new Relay<SourceProgress>(read => observer.Read(
            read.ExpectedRows is null && expected.TryGetValue(read.Source, out var rows) ? read with { ExpectedRows = rows } : read));
        return await new Extraction(tenant, options.Privacy, clock).ReadAsync(archive, run.AsOf, progress, cancellationToken);
    }

    private RunRecord Account(RunRecord run, ExtractionResult extracted, TransformResult transformed, RunRecord? previous)
    {
        var sources = extracted.Account(transformed);
        var gate = QualityGate.Check(
            sources, previous?.Sources ?? [], extracted.FileAge, tenant.ActiveDirectory?.MaxAgeHours, options.Quality);
        return run with
        {
            Sources = sources,
            Devices = transformed.DeviceCount,
            Quality = [.. gate, .. extracted.Warnings, .. transformed.Warnings],
        };
    }

    private Task<RunRecord> LoadAsync(
        RunRecord run, ExtractionResult extracted, TransformResult transformed, DeviceTally tally, CancellationToken cancellationToken)
    {
        var publication = new Publication
        {
            Run = run,
            Devices = ReadOnce(tally.Count(transformed.Devices), extracted.Inventories),
            Methods = transformed.Methods,
            GapReasons = options.Tables.GapReasons,
            CoverageTarget = options.Rules.CoverageTarget,
            Rejected = extracted.Rejected,
        };
        var progress = new Relay<long>(rows => observer.Loaded(rows, transformed.DeviceCount));
        return _loader.PublishAsync(publication, progress, cancellationToken);
    }

    // A publish needs as much memory as the records do: it begins when they are gone.
    private static IEnumerable<ClassifiedDevice> ReadOnce(IEnumerable<ClassifiedDevice> devices, Inventories inventories)
    {
        foreach (var device in devices) yield return device;
        inventories.Clear();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    // A dry run may be the first thing that anybody tries: then there is no warehouse to ask.
    private async Task<RunRecord?> ReadPreviousAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.DryRun && !await warehouse.ExistsAsync(cancellationToken)) return null;
        if (!request.DryRun) await _loader.EnsureInOrderAsync(run, cancellationToken);
        return await _journal.LastPublishedAsync(tenant.Name, cancellationToken);
    }

    private async Task<Func<string, bool>> ReadHistoryAsync(RunRecord run, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.DryRun && !await warehouse.ExistsAsync(cancellationToken)) return _ => false;
        return (await EnrolledHistory.ReadAsync(warehouse, tenant.Name, run.SnapshotDate, cancellationToken)).Contains;
    }

    // The run has failed already: a journal that cannot be written must not hide why.
    private async Task TryFinishAsync(RunRecord failed)
    {
        try
        {
            await _journal.FinishAsync(failed, [], CancellationToken.None);
        }
        catch (EtlException e)
        {
            observer.Warned($"The failure could not be entered in the journal: {e.Message}");
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
