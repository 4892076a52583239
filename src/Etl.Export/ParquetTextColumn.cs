using System.Data.Common;
using Parquet;
using Parquet.Schema;

namespace Etl.Export;

internal sealed class ParquetTextColumn(string name, int capacity, Func<DbDataReader, int, string> read)
    : ParquetColumn(new DataField<string>(name))
{
    private readonly string?[] _values = new string?[capacity];

    public override void Take(DbDataReader row, int column, int index) => _values[index] = row.IsDBNull(column) ? null : read(row, column);

    public override Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken) =>
        group.WriteAsync(Field, new ArraySegment<string?>(_values, 0, count)!);
}
