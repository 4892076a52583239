using Etl.Warehouse;
using Microsoft.Extensions.Hosting;

namespace Etl.Pipeline.Scheduling;

/// <summary>Where the warehouse keeps the schedule: begins before Quartz, which would tell of a missing table and not of `etl migrate`.</summary>
internal sealed class WarehouseStore(IWarehouse warehouse) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        warehouse.UseAsync(WarehouseAccess.Read, _ => Task.FromResult(true), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
