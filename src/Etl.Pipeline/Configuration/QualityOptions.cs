namespace Etl.Pipeline.Configuration;

/// <summary>Limits of the gate before the publish, each per tenant and source (<c>Quality</c>). Percent, 0 to 100.</summary>
public sealed record QualityOptions
{
    /// <summary>A source that gives fewer records than for the last published run, by more percent than this, holds the run.</summary>
    public double MaxShrinkPercent { get; init; } = 20;

    /// <summary>More percent of unusable records than this hold the run.</summary>
    public double MaxRejectedPercent { get; init; } = 1;

    /// <summary>Fewer records than the source's own count, by more percent than this, hold the run.</summary>
    public double MaxCountGapPercent { get; init; } = 2;

    internal IEnumerable<string> Validate() =>
        new (string Key, double Value)[]
        {
            (nameof(MaxShrinkPercent), MaxShrinkPercent),
            (nameof(MaxRejectedPercent), MaxRejectedPercent),
            (nameof(MaxCountGapPercent), MaxCountGapPercent),
        }
        .Where(limit => limit.Value is not (>= 0 and <= 100))
        .Select(limit => FormattableString.Invariant($"{limit.Key}: {limit.Value} is not a percentage between 0 and 100."));
}
