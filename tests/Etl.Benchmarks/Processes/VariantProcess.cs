using System.Text.Json;
using Etl.Benchmarks.Measuring;
using Etl.Benchmarks.Variants;

namespace Etl.Benchmarks.Processes;

/// <summary>Runs one variant in a process of its own.</summary>
internal static class VariantProcess
{
    public const string Verb = "measure";

    public static async Task<VariantFigures> MeasureAsync(string variant, VariantInput input, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"{input.Tenant.EntraDevices} devices: {variant}");
        using var process = ChildProcess.Start(Verb, variant, JsonSerializer.Serialize(input));
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<VariantFigures>(output)!
            : throw new InvalidOperationException($"Variant '{variant}' ended with {process.ExitCode}.");
    }
}
