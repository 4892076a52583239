using System.Text;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>The measures of the model beside their SQL twins, between two marks of the README.</summary>
internal static class MeasurePage
{
    private const string Begin = "<!-- measures -->\n";
    private const string End = "<!-- /measures -->\n";

    public static string Into(string readme)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        return readme[..begin] + Table() + readme[end..];
    }

    private static string Table()
    {
        var page = new StringBuilder("<table>\n<tr><th>measure</th><th>DAX</th><th>SQL</th></tr>\n");
        foreach (var (table, measure) in Project.Model.Measures)
            page.Append("<tr><td><b>").Append(measure.Name).Append("</b> (").Append(table.Name).Append(measure.IsHidden ? ", hidden" : "").Append("): ").Append(measure.Description)
                .Append("</td>\n<td>\n\n```dax\n").Append(measure.Expression!.Replace("\t", "  ", StringComparison.Ordinal))
                .Append("\n```\n\n</td>\n<td>\n\n```sql\n").Append(MeasureTwins.All[measure.Name].TrimEnd('\n')).Append("\n```\n\n</td></tr>\n");
        return page.Append("</table>\n").ToString();
    }
}
