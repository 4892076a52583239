using System.Globalization;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline;

namespace Etl.Cli.Output;

/// <summary>What <c>etl run</c> says of a run that came to its end.</summary>
internal static class RunReport
{
    /// <param name="config">The configuration that was named, for the command to give next.</param>
    public static void Write(CommandContext context, TenantRunResult result, RunRequest request, string? config)
    {
        var run = result.Run;
        foreach (var warning in run.Quality.Where(q => q is { Passed: false, Severity: QualitySeverity.Warn }))
            context.Error.WriteLine($"{run.Tenant}: warning: {Sentence(warning)}");
        switch (run.State)
        {
            case RunState.Held:
                foreach (var reason in run.Quality.Where(q => q is { Passed: false, Severity: QualitySeverity.Hold }))
                    context.Error.WriteLine($"{run.Tenant}: held by {Sentence(reason)}");
                context.Error.WriteLine(result.CanBeAccepted
                    ? $"{run.Tenant}: nothing was published. Look into it; if the numbers are right, publish them with: {Again(run, request, config)}"
                    : $"{run.Tenant}: nothing was published. An empty source is never a fact: mend what reads it, then run again.");
                break;
            case RunState.NothingToDo:
                context.Output.WriteLine(Text($"{run.Tenant} {run.SnapshotDate:yyyy-MM-dd}: dry run, nothing written. {Totals(result)}"));
                break;
            default:
                context.Output.WriteLine(Text($"{run.Tenant} {run.SnapshotDate:yyyy-MM-dd}: published. {Totals(result)}"));
                break;
        }

        if (request.AcceptShrink && run.State == RunState.Published && run.Quality.Any(q => q is { Passed: false, Severity: QualitySeverity.Hold }))
            context.Error.WriteLine($"{run.Tenant}: published because of --accept-shrink; the gate's reasons are in 'etl export quality'.");
    }

    public static void WriteJson(CommandContext context, IReadOnlyList<TenantRunResult> results) => JsonOutput.Write(context.Output, results);

    private static string Again(RunRecord run, RunRequest request, string? config) =>
        $"etl run --tenant \"{run.Tenant}\" --accept-shrink"
        + (request.AsOf is null ? "" : Text($" --as-of {run.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFF}Z"))
        + (config is null ? "" : $" --config \"{config}\"");

    private static string Totals(TenantRunResult result)
    {
        var coverage = result.InScope == 0 ? "" : $", coverage {Share.Percent(Share.Of(result.Covered, result.InScope))}";
        return Text($"{result.Devices:N0} devices, {result.Enrolled:N0} enrolled, {result.InScope:N0} in scope, {result.Covered:N0} covered{coverage}.");
    }

    private static string Sentence(QualityResult result) =>
        result.Code == "SourceWarning" ? $"{result.Subject}: {result.Found}"
        : $"{result.Code}{(result.Subject is null ? "" : $" ({result.Subject})")}: expected {result.Expected}, found {result.Found}.";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
