using System.Data.Common;
using System.Globalization;
using CsvHelper;

namespace Etl.Export;

/// <summary>Results of queries with the same columns as one CSV table, cell by cell without boxing.</summary>
internal sealed class CsvTable(Stream content, bool excel, bool escape, RowFilter? wanted) : IExportTable
{
    private const int RowsBetweenChecks = 4_096;

    private readonly CsvWriter _csv = CsvWriter.Create(content, new CsvWriterOptions
    {
        NewLine = excel ? "\r\n" : "\n",
        WriteByteOrderMark = excel,
        Injection = escape ? CsvInjection.Escape : CsvInjection.None,
        TrueValue = "true",
        FalseValue = "false",
        FormatProvider = CultureInfo.InvariantCulture,
    });

    private CellWriter[]? _cells;

    private delegate void CellWriter(CsvWriter csv, DbDataReader row, int column);

    public long Rows { get; private set; }

    public Task WriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        _cells ??= Start(reader);
        var isWanted = wanted?.Of(reader);
        while (reader.Read())
        {
            if (isWanted?.Invoke(reader) is false) continue;
            for (var column = 0; column < _cells.Length; column++)
                if (reader.IsDBNull(column)) _csv.WriteField((string?)null);
                else _cells[column](_csv, reader, column);
            _csv.EndRecord();
            if (++Rows % RowsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        return Task.CompletedTask;
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => _csv.FlushAsync(cancellationToken).AsTask();

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private CellWriter[] Start(DbDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        _csv.WriteHeader(columns.Select(reader.GetName).ToArray().AsSpan());
        return [.. columns.Select(column => WriterOf(ColumnType.Of(reader, column)))];
    }

    private static CellWriter WriterOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => static (csv, row, column) => csv.WriteField(row.GetString(column)),
        TypeCode.Boolean => static (csv, row, column) => csv.WriteField(row.GetBoolean(column)),
        TypeCode.Int16 => static (csv, row, column) => csv.WriteField(row.GetInt16(column), default),
        TypeCode.Int32 => static (csv, row, column) => csv.WriteField(row.GetInt32(column), default),
        TypeCode.Int64 => static (csv, row, column) => csv.WriteField(row.GetInt64(column), default),
        TypeCode.Double => static (csv, row, column) => csv.WriteField(row.GetDouble(column), default),
        TypeCode.Decimal => static (csv, row, column) => csv.WriteField(row.GetDecimal(column), "0.0000"),
        TypeCode.DateTime => static (csv, row, column) => csv.WriteField(row.GetDateTime(column), "yyyy-MM-ddTHH:mm:ss.fffZ"),
        _ when type == typeof(DateOnly) => static (csv, row, column) => csv.WriteField(row.GetFieldValue<DateOnly>(column), default),
        _ when type == typeof(Guid) => static (csv, row, column) => csv.WriteField(row.GetGuid(column), default),
        _ => throw new InvalidOperationException($"A column of type {type} has no form in an export."),
    };
}
