using Etl.Model.Runs;
using Etl.Warehouse.Reports;

namespace Etl.Pipeline.Standing;

/// <summary>How a tenant stands in the warehouse.</summary>
public sealed record TenantStanding
{
    public required string Tenant { get; init; }

    /// <summary>The last run that came to an end; null before the first. What a replay is about to put back has not failed.</summary>
    public RunRecord? LastRun { get; init; }

    /// <summary>The instant that the last published run describes.</summary>
    public DateTimeOffset? PublishedAsOf { get; init; }

    /// <summary>Covered over in scope on the latest published day; null where nothing is in scope, or published.</summary>
    public decimal? Coverage => Latest?.Coverage;

    /// <summary>The latest published day in figures; null before the first.</summary>
    public CoverageTotal? Latest { get; init; }
}
