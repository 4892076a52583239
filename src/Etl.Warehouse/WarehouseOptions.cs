using Etl.Model.Errors;

namespace Etl.Warehouse;

/// <summary>Section <c>Warehouse</c> of the configuration.</summary>
public sealed record WarehouseOptions
{
    /// <summary><c>DuckDb</c>, the embedded warehouse in a file, or <c>SqlServer</c> (2019 and later, Azure SQL).</summary>
    public WarehouseProvider Provider { get; init; } = WarehouseProvider.DuckDb;

    /// <summary>
    /// For DuckDB <c>Data Source=FILE</c>, and where wanted <c>memory_limit=512MB</c> and <c>threads=4</c>. For SQL Server
    /// <c>Server=HOST;Database=NAME</c> and how to sign in; a password comes from the environment or a secret file only.
    /// </summary>
    public string ConnectionString { get; init; } = "Data Source=data/warehouse.duckdb";

    /// <summary>The time zone that decides which day a snapshot belongs to: an IANA or Windows name.</summary>
    public string ReportingTimeZone { get; init; } = "UTC";

    /// <summary>Seconds that one statement may take on SQL Server; 0 for no limit. DuckDB knows none.</summary>
    public int CommandTimeoutSeconds { get; init; } = 600;

    /// <summary>Seconds to wait for whoever is writing. Without it 30 on DuckDB, 600 on SQL Server.</summary>
    public int? LockWaitSeconds { get; init; }

    /// <summary>Rows that SQL Server gets in one batch of a bulk copy; 0 for all in one.</summary>
    public int BulkBatchRows { get; init; } = 100_000;

    /// <summary>Seconds that the bulk copy of one table to SQL Server may take; 0 for no limit.</summary>
    public int BulkTimeoutSeconds { get; init; } = 3_600;

    /// <summary>The day of an instant in the reporting time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(ReportingTimeZone)).DateTime);

    /// <summary>Throws with every fault at once, each with the path of its key.</summary>
    public void Validate()
    {
        var faults = Faults().ToList();
        if (faults.Count > 0) throw new ConfigurationException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Every fault, each with the path of its key.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Enum.IsDefined(Provider)) yield return $"Warehouse:Provider is {Provider}; expected DuckDb or SqlServer.";
        if (string.IsNullOrWhiteSpace(ConnectionString))
            yield return "Warehouse:ConnectionString is empty; expected Data Source=FILE for DuckDB, Server=HOST;Database=NAME for SQL Server.";
        else if (Provider == WarehouseProvider.DuckDb && DuckDb.DuckDbConnectionText.Fault(ConnectionString) is { } fault)
            yield return "Warehouse:ConnectionString " + fault;
        else if (Provider == WarehouseProvider.SqlServer && SqlServer.SqlServerConnectionText.Fault(ConnectionString) is { } wrong)
            yield return "Warehouse:ConnectionString " + wrong;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(ReportingTimeZone, out _))
            yield return $"Warehouse:ReportingTimeZone is '{ReportingTimeZone}'; expected a time zone such as Europe/Berlin or UTC.";
        if (CommandTimeoutSeconds < 0)
            yield return $"Warehouse:CommandTimeoutSeconds is {CommandTimeoutSeconds}; expected 0 (no limit) or more.";
        if (LockWaitSeconds is < 0 or > 86_400)
            yield return $"Warehouse:LockWaitSeconds is {LockWaitSeconds}; expected 0 to 86400.";
        if (BulkBatchRows < 0) yield return $"Warehouse:BulkBatchRows is {BulkBatchRows}; expected 0 (all in one) or more.";
        if (BulkTimeoutSeconds < 0) yield return $"Warehouse:BulkTimeoutSeconds is {BulkTimeoutSeconds}; expected 0 (no limit) or more.";
    }
}
