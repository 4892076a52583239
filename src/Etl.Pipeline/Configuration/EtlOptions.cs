using Etl.Transform;
using Etl.Warehouse;

namespace Etl.Pipeline.Configuration;

/// <summary>The whole configuration, valid.</summary>
public sealed record EtlOptions
{
    public required IReadOnlyList<TenantOptions> Tenants { get; init; }
    public WarehouseOptions Warehouse { get; init; } = new();
    public RulesOptions Rules { get; init; } = new();
    public QualityOptions Quality { get; init; } = new();
    public ArchiveOptions Archive { get; init; } = new();
    public RetentionOptions Retention { get; init; } = new();
    public PrivacyOptions Privacy { get; init; } = new();
    public ExportOptions Export { get; init; } = new();
    public ScheduleOptions Schedule { get; init; } = new();
    public AlertOptions Alerts { get; init; } = new();
    public DashboardOptions Dashboard { get; init; } = new();
    public HealthOptions Health { get; init; } = new();
    public LogOptions Logs { get; init; } = new();

    /// <summary>The tables of the rules, read from the folder of the configuration file.</summary>
    public required RuleTables Tables { get; init; }
}
