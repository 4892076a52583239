namespace Etl.Warehouse.Reports;

/// <summary>One source of the last published run of a tenant.</summary>
public sealed record SourceHealth
{
    public required string Tenant { get; init; }
    public required string Source { get; init; }
    public required Guid RunId { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public DateTimeOffset? Published { get; init; }

    /// <summary>Hours since the instant of the snapshot.</summary>
    public required double FreshnessHours { get; init; }
    public required long RowsRead { get; init; }
    public required long RowsUsed { get; init; }
    public required long RowsRejected { get; init; }

    /// <summary>Share of the source's devices that another inventory knows too.</summary>
    public decimal? MatchRate { get; init; }
}
