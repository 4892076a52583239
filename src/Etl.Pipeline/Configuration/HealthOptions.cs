namespace Etl.Pipeline.Configuration;

/// <summary>When <c>/healthz/ready</c> says no (<c>Health</c>).</summary>
public sealed record HealthOptions
{
    /// <summary><c>/healthz/ready</c> says no where a tenant's last published run is older.</summary>
    public int MaxAgeHours { get; init; } = 26;

    internal IEnumerable<string> Validate()
    {
        if (MaxAgeHours is < 1 or > 8_760) yield return $"MaxAgeHours: {MaxAgeHours} is not between 1 and 8760.";
    }
}
