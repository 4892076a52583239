using Etl.Model.Errors;
using Etl.Warehouse;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Etl.Pipeline.Scheduling;

/// <summary>When the service starts: a warehouse of an earlier version is upgraded at once, so that its pages need not wait for the next run.</summary>
internal sealed class SchemaUpgrade(IWarehouse warehouse, ILogger<SchemaUpgrade> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await warehouse.ExistsAsync(stoppingToken)) await warehouse.EnsureCurrentAsync(stoppingToken);
        }
        catch (EtlException e)
        {
            // The pages show it and the runs fail by it too, unless it passes.
            log.LogWarning("{Reason}", e.Message);
        }
    }
}
