using System.Text;
using Etl.Simulator.ActiveDirectory;

namespace Etl.Simulator;

/// <summary>Writes the computers of the simulated directory as administrators would export them.</summary>
public static class AdExport
{
    private const int BufferSize = 1 << 16;
    private const string NewLine = "\r\n";

    /// <summary>Writes the file anew; <paramref name="delimiter"/> takes the place of the format's own.</summary>
    public static async Task WriteAsync(
        SimulatedDay day, string path, AdExportFormat format, CancellationToken cancellationToken, char? delimiter = null)
    {
        var layout = AdLayout.Of(format, day.Tenant);
        if (delimiter is { } wanted) layout = layout with { Delimiter = wanted };
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize, useAsync: true);
        await using var writer = new StreamWriter(file, layout.Encoding, BufferSize);
        if (layout.Preamble is { } preamble) await writer.WriteAsync(preamble + NewLine);

        var line = new StringBuilder();
        AppendLine(line, layout, layout.Columns.Select(column => column.Header));
        for (var i = 0; i < day.ActiveDirectoryCount; i++)
        {
            var row = day.ActiveDirectory(i);
            // Torn: a copy that broke off and went on with the next line.
            AppendLine(line, layout, layout.Columns.Take(row.IsTorn ? 2 : layout.Columns.Length).Select(column => column.Value(row)));
            if (line.Length < BufferSize) continue;
            await writer.WriteAsync(line, cancellationToken);
            line.Clear();
        }

        await writer.WriteAsync(line, cancellationToken);
    }

    private static void AppendLine(StringBuilder line, AdLayout layout, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) line.Append(layout.Delimiter);
            first = false;
            if (layout.QuotesAll ? cell.Length > 0 : NeedsQuotes(cell, layout.Delimiter))
                line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else line.Append(cell);
        }

        line.Append(NewLine);
    }

    private static bool NeedsQuotes(string cell, char delimiter) =>
        cell.Contains(delimiter) || cell.AsSpan().IndexOfAny("\"\r\n") >= 0;
}
