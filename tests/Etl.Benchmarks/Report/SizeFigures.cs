using Etl.Benchmarks.Measuring;
using Etl.Benchmarks.Processes;

namespace Etl.Benchmarks.Report;

/// <summary>All variants at one size.</summary>
internal sealed record SizeFigures
{
    public required SimulatedData Tenant { get; init; }
    public required VariantFigures WholeRun { get; init; }
    public required VariantFigures Stages { get; init; }
    public required VariantFigures Floor { get; init; }
    public required VariantFigures Reading { get; init; }

    /// <summary>Null where it was not measured.</summary>
    public VariantFigures? Sdk { get; init; }
}
