namespace Etl.Pipeline.Standing;

/// <summary>How all configured tenants stand, or why that cannot be told.</summary>
public sealed record StandingReport
{
    public required DateTimeOffset Read { get; init; }
    public IReadOnlyList<TenantStanding> Tenants { get; init; } = [];

    /// <summary>Why the warehouse could not be read; null where it was.</summary>
    public string? Fault { get; init; }
}
