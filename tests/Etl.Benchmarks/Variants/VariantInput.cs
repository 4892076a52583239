using Etl.Benchmarks.Processes;

namespace Etl.Benchmarks.Variants;

/// <param name="Devices">How many devices the whole run found; 0 before it has run.</param>
internal sealed record VariantInput(SimulatedData Tenant, long Devices);
