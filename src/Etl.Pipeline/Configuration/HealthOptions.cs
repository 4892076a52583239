namespace Etl.Pipeline.Configuration;

/// <summary>When <c>/healthz/ready</c> says no (<c>Health</c>).</summary>
public sealed record HealthOptions
{
    /// <summary>The last published run of each tenant may describe an instant at most this long ago.</summary>
    public int MaxAgeHours { get; init; } = 26;

    internal IEnumerable<string> Validate()
    {
        if (MaxAgeHours is < 1 or > 8_760) yield return $"MaxAgeHours: {MaxAgeHours} is not between 1 and 8760.";
    }
}
