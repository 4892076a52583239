using System.Data.Common;

namespace Etl.Export;

/// <summary>Any small table as CSV, in the form that datasets have.</summary>
public static class TableFile
{
    /// <param name="excel">With byte order mark and CRLF.</param>
    public static async Task WriteAsync(DbDataReader table, Stream content, bool excel, CancellationToken cancellationToken)
    {
        await using var csv = new CsvTable(content, excel, escape: true, wanted: null);
        await csv.WriteAsync(table, cancellationToken);
        await csv.CompleteAsync(cancellationToken);
    }
}
