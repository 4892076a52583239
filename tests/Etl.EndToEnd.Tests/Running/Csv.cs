using System.Text;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>RFC 4180, read by nothing of the product.</summary>
internal static class Csv
{
    /// <summary>The rows, each by the names of its header.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        var records = Records(text);
        return [.. records.Skip(1).Select(record =>
        {
            record.Count.ShouldBe(records[0].Count);
            return (IReadOnlyDictionary<string, string>)records[0].Zip(record)
                .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        })];
    }

    /// <summary>The table without some of its columns, cells set apart by bars.</summary>
    public static string Without(string text, IReadOnlyCollection<string> columns)
    {
        var records = Records(text);
        var kept = Enumerable.Range(0, records[0].Count).Where(column => !columns.Contains(records[0][column])).ToList();
        return string.Join('\n', records.Select(record => string.Join('|', kept.Select(column => record[column]))));
    }

    public static void ShouldBeSame(string actual, string expected)
    {
        if (actual == expected) return;
        var lines = actual.Split('\n').Zip(expected.Split('\n')).Where(pair => pair.First != pair.Second).Take(3);
        Assert.Fail($"{actual.Length} characters, expected {expected.Length}; first differences:\n"
            + string.Join('\n', lines.Select(pair => $"  {pair.First}\n  expected\n  {pair.Second}")));
    }

    /// <summary>Header and rows, cell by cell.</summary>
    public static List<List<string>> Records(string text)
    {
        List<List<string>> records = [[]];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && isQuoted && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n')) cell.Append(c);
            else
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n') records.Add([]);
            }
        }

        cell.Length.ShouldBe(0, "the last line has no end");
        records.RemoveAt(records.Count - 1);
        return records;
    }
}
