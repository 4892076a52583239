using System.Collections.Concurrent;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Etl.Pipeline.Scheduling;

/// <summary>
/// A tenant's run as nobody watches it: tried again, ever later, while its failure may pass by itself; any other failure waits for
/// an operator. What became of it is told by the observers.
/// </summary>
public sealed class ScheduledRuns(
    EtlOptions options, IWarehouse warehouse, TimeProvider clock, Func<IRunObserver> newObserver, StopSignal stop, ILogger<ScheduledRuns> log)
{
    private readonly ResiliencePipeline _retry = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
    {
        MaxRetryAttempts = 5,
        Delay = TimeSpan.FromMinutes(1),
        BackoffType = DelayBackoffType.Exponential,
        ShouldHandle = new PredicateBuilder().Handle<EtlException>(error => error.IsTransient),
        OnRetry = failed =>
        {
            log.LogWarning("The run is tried again in {Delay:0} s, since this may pass: {Reason}", failed.RetryDelay.TotalSeconds, failed.Outcome.Exception?.Message);
            return ValueTask.CompletedTask;
        },
    }).Build();

    private readonly ConcurrentDictionary<string, int> _atWork = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, GivenUp> _givenUp = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the tenant's last run of this process was given up; null where it was not. It may not have come as far as the journal.</summary>
    public GivenUp? GivenUpOf(string tenant) => _givenUp.GetValueOrDefault(tenant);

    /// <summary>Whether a run of the tenant is under way, or waits for its next attempt.</summary>
    public bool IsAtWork(string tenant) => _atWork.ContainsKey(tenant);

    /// <returns>The result; null where the run failed.</returns>
    public async Task<TenantRunResult?> RunAsync(string tenantName, RunRequest request, CancellationToken cancellationToken)
    {
        var tenant = options.Tenants.Single(tenant => tenant.Name.Equals(tenantName, StringComparison.OrdinalIgnoreCase));
        _atWork[tenantName] = 1;
        using var scope = log.BeginScope(LogScope.Of(tenant.Name));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        try
        {
            var result = await _retry.ExecuteAsync(
                async token => await new TenantRun(options, tenant, warehouse, clock, newObserver()) { Log = log }
                    .RunAsync(request with { Patience = null }, token),
                both.Token);
            _givenUp.TryRemove(tenantName, out _);
            return result;
        }
        catch (EtlException e)
        {
            // Here and not by the observer alone: who could not reach the warehouse has not begun a run.
            log.LogError("{Tenant}: given up until the next time. {Reason}", tenant.Name, e.Message);
            _givenUp[tenantName] = new GivenUp(e.Message, clock.GetUtcNow());
            return null;
        }
        finally
        {
            _atWork.TryRemove(tenantName, out _);
        }
    }
}
