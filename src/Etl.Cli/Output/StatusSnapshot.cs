using Etl.Warehouse.Reports;

namespace Etl.Cli.Output;

/// <summary>What <c>etl status</c> and the demo show: the latest published day of each tenant.</summary>
internal sealed record StatusSnapshot
{
    /// <summary>Every published day, oldest first.</summary>
    public required IReadOnlyList<CoverageTotal> Days { get; init; }

    public required IReadOnlyList<JoinTypeCoverage> ByJoinType { get; init; }
    public required IReadOnlyList<EnrollmentMethodCount> Methods { get; init; }
    public required IReadOnlyList<GapReasonCount> GapReasons { get; init; }
    public required IReadOnlyList<SourceHealth> Sources { get; init; }

    public static async Task<StatusSnapshot> ReadAsync(ReportQueries queries, string? tenant, CancellationToken cancellationToken) => new()
    {
        Days = await queries.CoverageTotalsAsync(tenant, cancellationToken),
        ByJoinType = await queries.CoverageByJoinTypeAsync(tenant, cancellationToken),
        Methods = await queries.EnrollmentMethodsAsync(tenant, cancellationToken),
        GapReasons = await queries.GapReasonsAsync(tenant, cancellationToken),
        Sources = await queries.RunHealthAsync(tenant, cancellationToken),
    };
}
