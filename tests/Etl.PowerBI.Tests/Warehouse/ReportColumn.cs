namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>A column of a view of schema <c>report</c>.</summary>
internal sealed record ReportColumn
{
    public required string View { get; init; }
    public required string Name { get; init; }
    public required string DataType { get; init; }

    public ColumnKind Kind => DataType.Split('(')[0].ToUpperInvariant() switch
    {
        "VARCHAR" or "NVARCHAR" or "CHAR" or "NCHAR" or "UUID" or "UNIQUEIDENTIFIER" => ColumnKind.Text,
        "TINYINT" or "SMALLINT" or "INTEGER" or "INT" or "BIGINT" => ColumnKind.WholeNumber,
        "DECIMAL" or "NUMERIC" or "DOUBLE" or "FLOAT" or "REAL" => ColumnKind.Number,
        "BOOLEAN" or "BIT" => ColumnKind.TrueFalse,
        "DATE" => ColumnKind.Day,
        "TIMESTAMP" or "DATETIME2" => ColumnKind.Instant,
        _ => throw new InvalidOperationException($"report.{View}.{Name} has the type {DataType}, which nothing here knows."),
    };
}
