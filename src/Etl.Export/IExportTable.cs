using System.Data.Common;

namespace Etl.Export;

/// <summary>Results of queries with the same columns, written as one table.</summary>
internal interface IExportTable : IAsyncDisposable
{
    long Rows { get; }

    Task WriteAsync(DbDataReader reader, CancellationToken cancellationToken);

    /// <summary>Writes what is still held back: the table is whole.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
