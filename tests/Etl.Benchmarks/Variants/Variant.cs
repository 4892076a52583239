using Etl.Benchmarks.Measuring;

namespace Etl.Benchmarks.Variants;

/// <summary>One way to do the work, or part of it.</summary>
internal abstract class Variant
{
    public const string WholeRun = "whole run";
    public const string Stages = "stages";
    public const string Floor = "floor";
    public const string Reading = "reading";
    public const string Sdk = "sdk";

    public static Variant Named(string name) => name switch
    {
        WholeRun => new WholeRun(),
        Stages => new StagedRun(),
        Floor => new FloorRun(),
        Reading => new PageReading(),
        Sdk => new SdkReading(),
        _ => throw new ArgumentException($"There is no variant '{name}'.", nameof(name)),
    };

    public abstract Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken);
}
