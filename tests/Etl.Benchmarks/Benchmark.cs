using Etl.Benchmarks.Processes;
using Etl.Benchmarks.Report;
using Etl.Benchmarks.Variants;

namespace Etl.Benchmarks;

/// <summary>Measures every variant at every size, one after the other, against one simulator a size.</summary>
internal static class Benchmark
{
    public static async Task<IReadOnlyList<SizeFigures>> RunAsync(
        IReadOnlyList<int> sizes, int sdkUpTo, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("etl-benchmarks-").FullName;
        try
        {
            List<SizeFigures> results = [];
            foreach (var devices in sizes.Order())
            {
                await using var simulator = await SimulatorProcess.StartAsync(devices, folder, cancellationToken);
                results.Add(await MeasureAsync(simulator.Tenant, withSdk: devices <= sdkUpTo, cancellationToken));
            }

            return results;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<SizeFigures> MeasureAsync(SimulatedData tenant, bool withSdk, CancellationToken cancellationToken)
    {
        // Not measured: from then on the simulator has every page ready, as it was sent, and the CSV is in the file cache.
        await VariantProcess.MeasureAsync(Variant.Reading, new VariantInput(tenant, Devices: 0), cancellationToken);
        var run = await VariantProcess.MeasureAsync(Variant.WholeRun, new VariantInput(tenant, Devices: 0), cancellationToken);
        var input = new VariantInput(tenant, run.Devices);
        return new SizeFigures
        {
            Tenant = tenant,
            WholeRun = run,
            Stages = await VariantProcess.MeasureAsync(Variant.Stages, input, cancellationToken),
            Floor = await VariantProcess.MeasureAsync(Variant.Floor, input, cancellationToken),
            Reading = await VariantProcess.MeasureAsync(Variant.Reading, input, cancellationToken),
            Sdk = withSdk ? await VariantProcess.MeasureAsync(Variant.Sdk, input, cancellationToken) : null,
        };
    }
}
