using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests.Rules;

/// <summary>Relationships: their ends, and that a filter reaches a table on one way only.</summary>
internal static class RelationshipRules
{
    public static IEnumerable<string> Ends_exist_and_agree(SemanticModel model)
    {
        foreach (var relationship in model.Relationships)
        {
            var (from, to) = (End(model, relationship["fromColumn"]), End(model, relationship["toColumn"]));
            if (from is null) yield return $"{relationship.Place} comes from {relationship["fromColumn"]}, which is nothing";
            if (to is null) yield return $"{relationship.Place} goes to {relationship["toColumn"]}, which is nothing";
            if (from?["dataType"] != to?["dataType"]) yield return $"{relationship.Place} joins {from?["dataType"]} and {to?["dataType"]}";
        }
    }

    public static IEnumerable<string> Filters_reach_a_table_on_one_way_only(SemanticModel model)
    {
        var edges = Edges(model, activeOnly: true);
        var tables = model.Tables.Select(table => table.Name).ToList();
        return from one in tables
               from many in tables
               let ways = Ways(edges, one, many, depth: 0)
               where one != many && ways > 1
               select $"a filter on {one} reaches {many} on {ways} active ways";
    }

    public static IEnumerable<string> Every_key_of_a_fact_has_its_dimension(SemanticModel model)
    {
        var joined = model.Relationships.Select(relationship => relationship["fromColumn"]).ToHashSet(StringComparer.Ordinal);
        return from column in model.Columns
               where column.Column["sourceColumn"]?.EndsWith("_key", StringComparison.Ordinal) == true && column.Column["isKey"] is null
               where column.Table.Name is not ("Date" or "Device" or "Device version")
               where !joined.Contains($"{Quote(column.Table.Name)}.{Quote(column.Column.Name)}")
               select $"{column.Column.Place} {column.Table.Name}[{column.Column.Name}] is related to nothing";
    }

    /// <summary>Row-level security: whatever belongs to a tenant is filtered by it, by way of a relationship or by itself.</summary>
    public static IEnumerable<string> A_role_filters_every_table_of_a_tenant(SemanticModel model)
    {
        var edges = Edges(model, activeOnly: true);
        return from role in model.Roles
               let filtered = role.Of("tablePermission").Select(permission => permission.Name).ToList()
               from table in model.Tables
               where table.Of("column").Any(column => column["sourceColumn"] is "tenant" or "tenant_key" or "Tenant")
               where !filtered.Contains(table.Name) && !(filtered.Contains("Tenant") && Ways(edges, "Tenant", table.Name, depth: 0) > 0)
               select $"{role.Place} role {role.Name} leaves {table.Name} open";
    }

    private static string Quote(string name) => name.All(char.IsLetterOrDigit) ? name : $"'{name}'";

    private static TmdlNode? End(SemanticModel model, string? end) =>
        Patterns.End().Match(end ?? "") is { Success: true } match ? model.Column(match.Groups["table"].Value, match.Groups["column"].Value) : null;

    private static List<(string One, string Many)> Edges(SemanticModel model, bool activeOnly) =>
        [.. model.Relationships
            .Where(relationship => !activeOnly || relationship["isActive"] != "false")
            .Select(relationship => (Table(relationship["toColumn"]), Table(relationship["fromColumn"])))];

    private static string Table(string? end) => Patterns.End().Match(end ?? "").Groups["table"].Value;

    private static int Ways(List<(string One, string Many)> edges, string from, string to, int depth) =>
        from == to ? 1 : depth > edges.Count ? 0 : edges.Where(edge => edge.One == from).Sum(edge => Ways(edges, edge.Many, to, depth + 1));
}
