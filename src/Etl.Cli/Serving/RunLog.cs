using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;

namespace Etl.Cli.Serving;

/// <summary>Tells the log of one run. Tenant and run id are on every line of it in the file; here for those who read the console.</summary>
internal sealed class RunLog(ILogger<RunLog> log) : IRunObserver
{
    private RunRecord? _run;

    public void Started(RunRecord run)
    {
        _run = run;
        log.LogInformation("{Tenant} {RunId}: run as of {AsOf:yyyy-MM-ddTHH:mm:ssZ} started", run.Tenant, run.RunId, run.AsOf.UtcDateTime);
    }

    public void Read(SourceProgress progress) =>
        log.LogDebug("{Tenant} {RunId}: {Source}, {Pages} pages, {Rows} rows", _run?.Tenant, _run?.RunId, progress.Source, progress.Pages, progress.Rows);

    public void Loaded(long rows, long total)
    {
        if (rows == total) log.LogInformation("{Tenant} {RunId}: {Rows} devices staged", _run?.Tenant, _run?.RunId, rows);
    }

    public void Warned(string sentence) => log.LogWarning("{Tenant} {RunId}: {Warning}", _run?.Tenant, _run?.RunId, sentence);

    public void Ended(RunRecord run)
    {
        var level = run.State switch
        {
            RunState.Failed => LogLevel.Error,
            RunState.Held => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        log.Log(level, "{Tenant} {RunId}: {State} for {SnapshotDate:yyyy-MM-dd}, {Devices} devices. {Error}",
            run.Tenant, run.RunId, run.State, run.SnapshotDate, run.Devices ?? 0, run.Error ?? "");
    }
}
