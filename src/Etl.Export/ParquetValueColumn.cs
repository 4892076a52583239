using System.Data.Common;
using Parquet;
using Parquet.Schema;

namespace Etl.Export;

internal sealed class ParquetValueColumn<T>(DataField field, int capacity, Func<DbDataReader, int, T> read) : ParquetColumn(field)
    where T : struct
{
    private readonly T?[] _values = new T?[capacity];

    public override void Take(DbDataReader row, int column, int index) => _values[index] = row.IsDBNull(column) ? null : read(row, column);

    public override Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken) =>
        group.WriteAsync<T>(Field, _values.AsMemory(0, count), cancellationToken: cancellationToken);
}
