using System.Data.Common;
using Parquet;
using Parquet.Schema;

namespace Etl.Export;

/// <summary>Results of queries with the same columns as one Parquet file, a row group at a time.</summary>
/// <param name="content">What is written to.</param>
/// <param name="metadata">Facts about the whole file, kept in it.</param>
/// <param name="leftOut">A column that is not written: the one that the folder's name says.</param>
internal sealed class ParquetTable(
    Stream content, IReadOnlyDictionary<string, string>? metadata = null, string? leftOut = null, int rowsInGroup = ParquetTable.RowsInGroup)
    : IExportTable
{
    // Large enough for engines that read groups in parallel, small enough that forty columns of text fit in little memory.
    public const int RowsInGroup = 32_768;

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Snappy,
        DictionaryEncodingSampleSize = 4_096,
        MaximumSmallPoolFreeBytes = 4 << 20,
        MaximumLargePoolFreeBytes = 16 << 20,
    };

    private (int Ordinal, ParquetColumn Column)[] _columns = [];
    private ParquetWriter? _writer;
    private int _count;

    public long Rows { get; private set; }

    /// <summary>The columns that a file of the reader's rows has.</summary>
    public static ParquetSchema SchemaOf(DbDataReader reader, string? leftOut) =>
        new(ColumnsOf(reader, leftOut, capacity: 0).Select(column => column.Column.Field));

    public async Task WriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        if (_writer is null) await StartAsync(reader, cancellationToken);
        while (reader.Read())
        {
            foreach (var (ordinal, column) in _columns) column.Take(reader, ordinal, _count);
            Rows++;
            if (++_count == rowsInGroup) await WriteGroupAsync(cancellationToken);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_count > 0) await WriteGroupAsync(cancellationToken);
        if (_writer is not null) await _writer.DisposeAsync();
    }

    public ValueTask DisposeAsync() => content.DisposeAsync();

    private static IEnumerable<(int Ordinal, ParquetColumn Column)> ColumnsOf(DbDataReader reader, string? leftOut, int capacity) =>
        Enumerable.Range(0, reader.FieldCount)
            .Where(ordinal => reader.GetName(ordinal) != leftOut)
            .Select(ordinal => (ordinal, ParquetColumn.Of(reader.GetName(ordinal), ColumnType.Of(reader, ordinal), capacity)));

    private async Task StartAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        _columns = [.. ColumnsOf(reader, leftOut, rowsInGroup)];
        var schema = new ParquetSchema(_columns.Select(column => column.Column.Field));
        _writer = await ParquetWriter.CreateAsync(schema, content, Options, cancellationToken: cancellationToken);
        if (metadata is not null) _writer.CustomMetadata = metadata;
    }

    private async Task WriteGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _writer!.CreateRowGroup();
        foreach (var (_, column) in _columns) await column.WriteAsync(group, _count, cancellationToken);
        group.CompleteValidate();
        _count = 0;
    }
}
