using System.Data.Common;
using Parquet;
using Parquet.Schema;

namespace Etl.Export;

/// <summary>The values of one column of a row group, until they are written.</summary>
internal abstract class ParquetColumn(DataField field)
{
    private const int DecimalPrecision = 18;
    private const int DecimalScale = 4;

    public DataField Field { get; } = field;

    /// <summary>A column for values of <paramref name="type"/>. Every column takes nulls: a reader does not say which have none.</summary>
    public static ParquetColumn Of(string name, Type type, int capacity)
    {
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => new ParquetTextColumn(name, capacity, static (row, column) => row.GetString(column)),
            TypeCode.Boolean => Value(static (row, column) => row.GetBoolean(column)),
            TypeCode.Int16 => Value(static (row, column) => row.GetInt16(column)),
            TypeCode.Int32 => Value(static (row, column) => row.GetInt32(column)),
            TypeCode.Int64 => Value(static (row, column) => row.GetInt64(column)),
            TypeCode.Double => Value(static (row, column) => row.GetDouble(column)),
            TypeCode.Decimal => new ParquetValueColumn<decimal>(
                new DecimalDataField(name, DecimalPrecision, DecimalScale, isNullable: true), capacity,
                static (row, column) => decimal.Round(row.GetDecimal(column), DecimalScale, MidpointRounding.AwayFromZero)),

            // Microseconds: the unit that Delta and Iceberg tables keep, so that they can take the file as it is.
            TypeCode.DateTime => new ParquetValueColumn<DateTime>(
                new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true), capacity,
                static (row, column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc)),
            _ when type == typeof(DateOnly) => Value(static (row, column) => row.GetFieldValue<DateOnly>(column)),

            // As text: Spark reads Parquet's own UUID as sixteen bytes.
            _ when type == typeof(Guid) => new ParquetTextColumn(name, capacity, static (row, column) => row.GetGuid(column).ToString()),
            _ => throw new InvalidOperationException($"A column of type {type} has no form in an export."),
        };

        ParquetValueColumn<T> Value<T>(Func<DbDataReader, int, T> read) where T : struct =>
            new(new DataField(name, typeof(T), isNullable: true), capacity, read);
    }

    /// <summary>Takes the value of the row that the reader is at; <paramref name="index"/> counts within the row group.</summary>
    public abstract void Take(DbDataReader row, int column, int index);

    public abstract Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken);
}
