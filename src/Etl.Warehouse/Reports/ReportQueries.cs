using Dapper;

namespace Etl.Warehouse.Reports;

/// <summary>The small questions that a terminal or a page asks of the report views; of one tenant, or of all with null.</summary>
public sealed class ReportQueries(IWarehouse warehouse)
{
    /// <summary>Every published day in one line.</summary>
    public Task<IReadOnlyList<CoverageTotal>> CoverageTotalsAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<CoverageTotal>("coverage_totals", tenant, cancellationToken);

    /// <summary>Every published day, and how coverage has moved.</summary>
    public Task<IReadOnlyList<CoverageTrendDay>> CoverageTrendAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<CoverageTrendDay>("coverage_trend", tenant, cancellationToken);

    /// <summary>What happened to devices in the seven days up to the latest, counted by kind; kinds without an event are absent.</summary>
    public Task<IReadOnlyList<EventCount>> EventCountsAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<EventCount>("event_counts", tenant, cancellationToken);

    /// <summary>The latest day by join type.</summary>
    public Task<IReadOnlyList<JoinTypeCoverage>> CoverageByJoinTypeAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<JoinTypeCoverage>("coverage_by_join_type", tenant, cancellationToken);

    /// <summary>The latest day by join type and enrolment state; pairs without devices are absent.</summary>
    public Task<IReadOnlyList<JoinEnrollmentCell>> JoinByEnrollmentAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<JoinEnrollmentCell>("join_by_enrollment", tenant, cancellationToken);

    /// <summary>The latest day's gap reasons, those that cost most coverage first.</summary>
    public Task<IReadOnlyList<GapReasonCount>> GapReasonsAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<GapReasonCount>("gap_reasons", tenant, cancellationToken);

    /// <summary>The latest day's enrolled devices by the way they came, the most frequent first.</summary>
    public Task<IReadOnlyList<EnrollmentMethodCount>> EnrollmentMethodsAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<EnrollmentMethodCount>("enrollment_methods", tenant, cancellationToken);

    /// <summary>The sources of the last published run.</summary>
    public Task<IReadOnlyList<SourceHealth>> RunHealthAsync(string? tenant, CancellationToken cancellationToken) =>
        QueryAsync<SourceHealth>("run_health", tenant, cancellationToken);

    private Task<IReadOnlyList<T>> QueryAsync<T>(string query, string? tenant, CancellationToken cancellationToken) =>
        warehouse.UseAsync<IReadOnlyList<T>>(WarehouseAccess.Read, async session =>
            (await session.Connection.QueryAsync<T>(new CommandDefinition(
                session.Scripts[$"queries/{query}.sql"], new { tenant }, cancellationToken: cancellationToken))).AsList(), cancellationToken);
}
