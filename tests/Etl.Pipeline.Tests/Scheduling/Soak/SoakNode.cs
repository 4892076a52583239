using System.Threading.Channels;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

/// <summary>The schedule of one <c>etl serve</c>, in a host of its own.</summary>
internal sealed class SoakNode : IJobListener, IAsyncDisposable
{
    // Of a busy machine: what has not ended by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<(DateTimeOffset Due, Exception? Fault)> _ended = Channel.CreateUnbounded<(DateTimeOffset, Exception?)>();
    private readonly MortalWarehouse _warehouse;
    private readonly IHost _host;

    private SoakNode(EtlOptions options, TimeProvider clock)
    {
        _warehouse = new MortalWarehouse(WarehouseFactory.Create(options.Warehouse, clock, readersWelcomeWriter: true));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(options).AddSingleton(clock).AddSingleton<IWarehouse>(_warehouse);
        builder.Services.AddSingleton<Func<IRunObserver>>(() => NoObserver.Instance);
        ScheduleServices.AddTo(builder.Services, options, clock);
        _host = builder.Build();
    }

    /// <summary>Whether it is the one that works.</summary>
    public bool HasClaim => _warehouse.HasClaim;

    public static async Task<SoakNode> StartAsync(EtlOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var node = new SoakNode(options, clock);
        (await node.SchedulerAsync(cancellationToken)).ListenerManager.AddJobListener(node);
        await node._host.StartAsync(cancellationToken);
        await node._host.Services.GetServices<IHostedService>().OfType<MissedRuns>().Single().ExecuteTask!;
        return node;
    }

    /// <summary>Waits until one more job has come to its end; the time that it was due.</summary>
    public async Task<DateTimeOffset> NextEndAsync(CancellationToken cancellationToken)
    {
        var (due, fault) = await _ended.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        return fault is null ? due : throw new InvalidOperationException("The job failed.", fault);
    }

    /// <summary>When Quartz will run the tenant next.</summary>
    public async Task<DateTimeOffset?> NextTimeAsync(TenantOptions tenant, CancellationToken cancellationToken)
    {
        var triggers = await (await SchedulerAsync(cancellationToken)).GetTriggersOfJob(Schedule.KeyOf(tenant), cancellationToken);
        return triggers.OfType<ICronTrigger>().ShouldHaveSingleItem().NextFireTimeUtc;
    }

    /// <summary>It comes to the warehouse no more, and its claim is free.</summary>
    public ValueTask DieAsync() => _warehouse.DisposeAsync();

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
        _ended.Writer.WriteAsync((context.ScheduledFireTimeUtc ?? context.FireTimeUtc, jobException), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await _warehouse.DisposeAsync();
    }

    private ValueTask<IScheduler> SchedulerAsync(CancellationToken cancellationToken) =>
        _host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
}
