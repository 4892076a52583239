using Etl.Model.Errors;

namespace Etl.Warehouse;

/// <summary>Section <c>Warehouse</c> of the configuration.</summary>
public sealed record WarehouseOptions
{
    /// <summary>Where the warehouse lives: <c>DuckDb</c> (one file) or <c>SqlServer</c>.</summary>
    public WarehouseProvider Provider { get; init; } = WarehouseProvider.DuckDb;

    /// <summary>
    /// For DuckDB <c>Data Source=FILE</c>, and where wanted <c>memory_limit=512MB</c> and <c>threads=4</c>. No password belongs here.
    /// </summary>
    public string ConnectionString { get; init; } = "Data Source=data/warehouse.duckdb";

    /// <summary>The time zone in which a snapshot instant falls on a day: an IANA or Windows name.</summary>
    public string ReportingTimeZone { get; init; } = "UTC";

    /// <summary>Seconds that one statement may take; 0 for no limit.</summary>
    public int CommandTimeoutSeconds { get; init; } = 600;

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
            yield return "Warehouse:ConnectionString is empty; expected, for DuckDB, Data Source=FILE.";
        else if (Provider == WarehouseProvider.DuckDb && DuckDb.DuckDbConnectionText.Fault(ConnectionString) is { } fault)
            yield return "Warehouse:ConnectionString " + fault;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(ReportingTimeZone, out _))
            yield return $"Warehouse:ReportingTimeZone is '{ReportingTimeZone}'; expected a time zone such as Europe/Berlin or UTC.";
        if (CommandTimeoutSeconds < 0)
            yield return $"Warehouse:CommandTimeoutSeconds is {CommandTimeoutSeconds}; expected 0 (no limit) or more.";
    }
}
