using System.Text.RegularExpressions;
using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests.Rules;

/// <summary>DAX and M, as far as text alone can tell.</summary>
internal static class ExpressionRules
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    public static IEnumerable<string> Brackets_and_quotes_are_balanced(SemanticModel model) =>
        from expression in Expressions(model)
        where Imbalance(expression.Text) is not null
        select $"{expression.Node.Place} {expression.Node.Name}: {Imbalance(expression.Text)}";

    public static IEnumerable<string> Dax_refers_to_what_is_there(SemanticModel model)
    {
        var measures = model.Measures.Select(measure => measure.Measure.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, text) in Dax(model))
        {
            var code = Patterns.Text().Replace(text, "\"\"");
            foreach (Match reference in Patterns.Reference().Matches(code))
            {
                var (table, name) = (reference.Groups["table"].Value, reference.Groups["name"].Value);
                if (table.Length == 0 ? !measures.Contains(name) && !name.StartsWith('@') : model.Column(table, name) is null)
                    yield return $"{node.Place} {node.Name} refers to {reference.Value}, which is not there";
            }

            foreach (Match reference in Patterns.TableName().Matches(Patterns.Reference().Replace(code, "")))
                if (model.Table(reference.Groups["table"].Value) is null)
                    yield return $"{node.Place} {node.Name} refers to {reference.Value}, which is no table";
        }
    }

    /// <summary>In DAX a blank equals false, zero and no text: only == tells them apart.</summary>
    public static IEnumerable<string> What_a_blank_equals_is_compared_strictly(SemanticModel model) =>
        from expression in Dax(model)
        where Patterns.LooseComparison().IsMatch(expression.Text)
        select $"{expression.Node.Place} {expression.Node.Name} compares with what a blank equals: write == for =";

    public static IEnumerable<string> Sources_select_the_columns_of_their_table(SemanticModel model)
    {
        foreach (var table in model.Tables.Where(table => SemanticModel.ViewOf(table) is not null))
        {
            var selected = SelectedColumns(SemanticModel.Source(table));
            var expected = table.Of("column").Select(column => column["sourceColumn"] ?? "").ToList();
            foreach (var column in expected.Except(selected)) yield return $"{table.Place} {table.Name} does not select {column}";
            foreach (var column in selected.Except(expected)) yield return $"{table.Place} {table.Name} selects {column} for no column";
            if (!SemanticModel.Source(table).Contains("Sql.Database(Server, Database)", StringComparison.Ordinal) || !SemanticModel.Source(table).Contains("Schema=\"report\"", StringComparison.Ordinal))
                yield return $"{table.Place} {table.Name} does not read schema report by the parameters Server and Database";
        }
    }

    public static IEnumerable<string> Snapshots_are_refreshed_by_range(SemanticModel model)
    {
        foreach (var parameter in new[] { "Server", "Database", "RangeStart", "RangeEnd" })
            if (model.Expressions.FirstOrDefault(expression => expression.Name == parameter)?.Expression is not { } value || !value.Contains("IsParameterQuery=true", StringComparison.Ordinal))
                yield return $"expressions.tmdl has no parameter {parameter}";
        foreach (var table in model.Tables.Where(table => SemanticModel.ViewOf(table) == "fact_device_snapshot"))
        {
            if (table.Of("refreshPolicy").FirstOrDefault() is not { } policy) yield return $"{table.Place} {table.Name} has no refresh policy";
            else if (policy["sourceExpression"] != SemanticModel.Source(table)) yield return $"{policy.Place} the policy of {table.Name} reads otherwise than its partition";
            foreach (var bound in new[] { ">= DateKey(RangeStart)", "< DateKey(RangeEnd)" })
                if (!SemanticModel.Source(table).Contains($"[snapshot_date_key] {bound}", StringComparison.Ordinal))
                    yield return $"{table.Place} {table.Name} is not read by [snapshot_date_key] {bound}";
        }
    }

    private static List<string> SelectedColumns(string source)
    {
        var start = source.IndexOf("Table.SelectColumns(", StringComparison.Ordinal);
        var end = start < 0 ? -1 : source.IndexOf('}', start);
        return end < 0 ? [] : [.. Patterns.Text().Matches(source[start..end]).Select(match => match.Value.Trim('"'))];
    }

    private static IEnumerable<(TmdlNode Node, string Text)> Dax(SemanticModel model) =>
        model.Measures.Select(measure => (measure.Measure, measure.Measure.Expression!))
            .Concat(model.Roles.SelectMany(role => role.Of("tablePermission")).Select(permission => (permission, permission.Expression!)));

    private static IEnumerable<(TmdlNode Node, string Text)> Expressions(SemanticModel model) =>
        Dax(model).Concat(model.Expressions.Select(expression => (expression, expression.Expression!)))
            .Concat(model.Tables.Select(table => (table, SemanticModel.Source(table))));

    private static string? Imbalance(string text)
    {
        if (text.Count(c => c == '"') % 2 != 0) return "a quote is not closed";
        Stack<char> open = new();
        foreach (var c in Patterns.Text().Replace(text, ""))
        {
            if (Opening.Contains(c, StringComparison.Ordinal)) open.Push(c);
            else if (Closing.IndexOf(c, StringComparison.Ordinal) is var kind and >= 0 && (open.Count == 0 || open.Pop() != Opening[kind])) return $"a {c} closes nothing";
        }

        return open.Count == 0 ? null : $"a {open.Peek()} is not closed";
    }
}
