using Etl.Model.Sources;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Etl.Extract.Graph;

/// <summary>Asks again where that can help: after the pause that the service named, else after one that doubles each time.</summary>
internal static class GraphRetry
{
    /// <summary>A host that never answered is likelier misspelt than busy: the operator should hear of it soon.</summary>
    private const int AttemptsOnUnreachable = 3;

    public static ResiliencePipeline Create(GraphConnection connection, SourceReport report)
    {
        if (connection.Options.MaxAttempts == 1) return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder { TimeProvider = connection.Clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = connection.Options.MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = ResponseFaults.LongestPause,
                UseJitter = true,
                ShouldHandle = args => new(ShouldRetry(connection, args)),
                DelayGenerator = args => new((args.Outcome.Exception as GraphFault)?.RetryAfter),
                OnRetry = args => OnRetry(connection, report, args),
            })
            .Build();
    }

    private static bool ShouldRetry(GraphConnection connection, RetryPredicateArguments<object> args) =>
        args.Outcome.Exception is GraphFault { IsTransient: true } fault
        && (!fault.IsUnreachable || connection.HasAnswered || args.AttemptNumber + 1 < AttemptsOnUnreachable);

    private static ValueTask OnRetry(GraphConnection connection, SourceReport report, OnRetryArguments<object> args)
    {
        var fault = (GraphFault)args.Outcome.Exception!;
        report.Retries++;
        if (fault.IsThrottled) report.Throttled += args.RetryDelay;
        connection.Logger.LogWarning("{Source}: request {Attempt} brought nothing usable: {Fault}; asking again in {Seconds:0.0} s",
            report.Source, args.AttemptNumber + 1, fault.Message, args.RetryDelay.TotalSeconds);
        return ValueTask.CompletedTask;
    }
}
