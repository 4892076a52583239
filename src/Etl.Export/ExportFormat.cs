namespace Etl.Export;

/// <summary>How an export is written. The names on the command line are these in lower case.</summary>
public enum ExportFormat
{
    /// <summary>Text that a spreadsheet opens.</summary>
    Csv,

    /// <summary>Typed columns, for DuckDB, Spark, Fabric and the like.</summary>
    Parquet,
}
