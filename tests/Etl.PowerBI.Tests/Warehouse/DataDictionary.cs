using System.Text;
using Etl.EndToEnd.Tests.Running;
using Etl.Repository.Tests;

namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>
/// <c>sql/dictionary.csv</c>: what each view and column means. A line without a view is about every column of its name that has no line
/// of its own; a line without a column is about the view.
/// </summary>
internal sealed class DataDictionary
{
    private readonly Dictionary<(string View, string Column), string> _lines;

    private DataDictionary(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        _lines = rows.ToDictionary(row => (row["view"], row["column"]), row => row["description"]);

    public static DataDictionary Shipped { get; } = new(Csv.Rows(RepositoryFolder.Read(Path.Combine("sql", "dictionary.csv"))));

    public IEnumerable<(string View, string Column)> Subjects => _lines.Keys;

    public string? this[string view, string column] =>
        _lines.GetValueOrDefault((view, column)) ?? (column.Length > 0 ? _lines.GetValueOrDefault(("", column)) : null);

    /// <summary>The page that people read.</summary>
    public string Page(IReadOnlyList<ReportColumn> columns)
    {
        var page = new StringBuilder("""
            # Data dictionary
            Every view of schema `report` and every column of it, the same in both stores. Made from the warehouse and `sql/dictionary.csv`
            by a test of `Etl.PowerBI.Tests`; do not edit.

            """);
        foreach (var view in columns.GroupBy(column => column.View))
        {
            page.Append('\n').Append("## ").Append(view.Key).Append('\n').Append(this[view.Key, ""]).Append("\n\n| column | holds | meaning |\n|---|---|---|\n");
            foreach (var column in view)
                page.Append("| `").Append(column.Name).Append("` | ").Append(Words(column.Kind)).Append(" | ")
                    .Append(this[column.View, column.Name]?.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Words(ColumnKind kind) => kind switch
    {
        ColumnKind.WholeNumber => "whole number",
        ColumnKind.Number => "number",
        ColumnKind.TrueFalse => "true or false",
        ColumnKind.Day => "day",
        ColumnKind.Instant => "instant, UTC",
        _ => "text",
    };
}
