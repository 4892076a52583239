using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests.Rules;

/// <summary>What a model must keep to. A rule gives a sentence for each fault.</summary>
internal static class ModelRules
{
    private static readonly HashSet<string> DataTypes = new(StringComparer.Ordinal) { "boolean", "dateTime", "decimal", "double", "int64", "string" };

    private static readonly Dictionary<string, HashSet<string>> Properties = new(StringComparer.Ordinal)
    {
        ["table"] = ["dataCategory", "isHidden", "lineageTag"],
        ["column"] = ["dataType", "displayFolder", "formatString", "isDefaultLabel", "isHidden", "isKey", "lineageTag", "sortByColumn", "sourceColumn", "summarizeBy"],
        ["measure"] = ["displayFolder", "formatString", "isHidden", "lineageTag"],
        ["partition"] = ["mode", "source"],
        ["refreshPolicy"] = ["incrementalGranularity", "incrementalPeriods", "policyType", "rollingWindowGranularity", "rollingWindowPeriods", "sourceExpression"],
        ["relationship"] = ["fromColumn", "isActive", "toColumn"],
        ["role"] = ["modelPermission"],
    };

    public static IEnumerable<string> Lines_are_indented_with_tabs_and_end_without_blanks(SemanticModel model) =>
        from text in model.Texts
        from line in text.Value.Split('\n').Select((line, index) => (Text: line, Place: $"{text.Key}:{index + 1}"))
        where line.Text.TrimStart('\t').StartsWith(' ') || line.Text.EndsWith(' ') || line.Text.EndsWith('\t') || line.Text.Contains('\r', StringComparison.Ordinal)
        select $"{line.Place} has a blank before or after its text, or a carriage return";

    public static IEnumerable<string> Properties_are_known(SemanticModel model) =>
        from node in model.All
        where Properties.ContainsKey(node.Kind)
        from property in node.Properties.Keys
        where !Properties[node.Kind].Contains(property)
        select $"{node.Place} a {node.Kind} has no property {property}";

    public static IEnumerable<string> Tables_and_roles_are_listed_in_the_model_and_the_other_way_round(SemanticModel model)
    {
        var listed = model.All.Where(node => node.Kind == "ref").Select(node => Unquoted(node.Name)).Order(StringComparer.Ordinal).ToList();
        var there = model.Tables.Concat(model.Roles).Select(node => $"{node.Kind} {node.Name}").Order(StringComparer.Ordinal).ToList();
        return there.Except(listed).Select(name => $"model.tmdl has no 'ref {name}'")
            .Concat(listed.Except(there).Select(name => $"model.tmdl has a 'ref {name}' to nothing"))
            .Concat(listed.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"model.tmdl refers to {group.Key} twice"));
    }

    public static IEnumerable<string> A_table_is_a_file_of_its_name_with_one_partition(SemanticModel model) =>
        model.Tables.Where(table => table.File != $"tables/{table.Name}.tmdl").Select(table => $"{table.Place} is not the file of {table.Name}")
            .Concat(model.Tables.Where(table => table.Of("partition").Count() != 1).Select(table => $"{table.Place} {table.Name} has not one partition"))
            .Concat(model.Tables.SelectMany(table => table.Of("partition"))
                .Where(partition => partition.Expression != "m" || partition["mode"] != "import" || partition["source"] is null)
                .Select(partition => $"{partition.Place} {partition.Name} is not an import by M"));

    public static IEnumerable<string> Columns_have_an_allowed_type(SemanticModel model) =>
        from column in model.Columns
        where column.Column["dataType"] is not { } type || !DataTypes.Contains(type)
        select $"{column.Column.Place} {column.Column.Name} has the type {column.Column["dataType"]}";

    public static IEnumerable<string> Names_are_unique(SemanticModel model) =>
        Twice(model.Tables.Select(table => table.Name), "tables")
            .Concat(Twice(model.Measures.Select(measure => measure.Measure.Name), "measures"))
            .Concat(model.Tables.SelectMany(table => Twice(table.Children.Where(child => child.Kind is "column" or "measure" or "hierarchy")
                .Select(child => child.Name.ToUpperInvariant()), $"members of {table.Name}")))
            .Concat(Twice(model.All.Select(node => node["lineageTag"]).OfType<string>(), "lineage tags"));

    public static IEnumerable<string> Names_are_for_people(SemanticModel model) =>
        from node in model.All
        where node.Kind is "table" or "column" or "measure" or "hierarchy"
        where node.Name.Contains('_', StringComparison.Ordinal) || !(char.IsUpper(node.Name[0]) || char.IsDigit(node.Name[0]))
        select $"{node.Place} '{node.Name}' is no name for people";

    public static IEnumerable<string> Everything_has_a_description(SemanticModel model) =>
        from node in model.All
        where node.Kind is "table" or "column" or "measure" or "hierarchy" or "expression" or "role" or "model"
        where string.IsNullOrEmpty(node.Description) || !node.Description.EndsWith('.')
        select $"{node.Place} {node.Kind} {node.Name} has no sentence that describes it";

    public static IEnumerable<string> Measures_have_a_folder_and_a_format(SemanticModel model) =>
        from measure in model.Measures
        where measure.Measure["displayFolder"] is null || measure.Measure["formatString"] is null
        select $"{measure.Measure.Place} {measure.Measure.Name} lacks a display folder or a format";

    public static IEnumerable<string> Numbers_and_days_have_a_format(SemanticModel model) =>
        from column in model.Columns
        where column.Column["dataType"] is "int64" or "double" or "decimal" or "dateTime" && column.Column["formatString"] is null
        select $"{column.Column.Place} {column.Column.Name} has no format";

    public static IEnumerable<string> Keys_codes_and_orders_are_hidden(SemanticModel model) =>
        from column in model.Columns
        let source = column.Column["sourceColumn"] ?? ""
        where (source.EndsWith("_key", StringComparison.Ordinal) || source is "sort_order" || (source is "code" && column.Table.Of("column").Any(other => other["sourceColumn"] == "label")))
            && !column.Column.IsHidden
        select $"{column.Column.Place} {column.Column.Name} is shown";

    public static IEnumerable<string> Nothing_is_summed_unasked(SemanticModel model) =>
        model.Columns.Where(column => column.Column["summarizeBy"] != "none").Select(column => $"{column.Column.Place} {column.Column.Name} is summed by itself")
            .Concat(model.Nodes.Any(node => node.Kind == "model" && node["discourageImplicitMeasures"] == "true") ? [] : ["model.tmdl does not discourage implicit measures"]);

    public static IEnumerable<string> Columns_sort_by_and_hierarchies_use_columns_of_their_table(SemanticModel model) =>
        from table in model.Tables
        let names = table.Of("column").Select(column => column.Name).ToHashSet(StringComparer.Ordinal)
        from used in table.Of("column").Where(column => column["sortByColumn"] is not null).Select(column => (Node: column, Name: column["sortByColumn"]!))
            .Concat(table.Of("hierarchy").SelectMany(hierarchy => hierarchy.Of("level")).Select(level => (Node: level, Name: level["column"] ?? "nothing")))
        where !names.Contains(TmdlParser.Unquote(used.Name))
        select $"{used.Node.Place} {used.Node.Name} uses {used.Name}, which {table.Name} has not";

    public static IEnumerable<string> Labels_are_sorted_by_their_order(SemanticModel model) =>
        from table in model.Tables
        where table.Of("column").Any(column => column["sourceColumn"] == "sort_order")
        from label in table.Of("column").Where(column => column["sourceColumn"] == "label")
        where label["sortByColumn"] is null
        select $"{label.Place} {label.Name} is not sorted by its order";

    public static IEnumerable<string> There_is_one_date_table(SemanticModel model)
    {
        var marked = model.Tables.Where(table => table["dataCategory"] == "Time").ToList();
        if (marked.Count != 1) return [$"{marked.Count} tables are marked as date table"];
        return marked[0].Of("column").Count(column => column["isKey"] == "true" && column["dataType"] == "dateTime") == 1
            ? [] : [$"{marked[0].Place} {marked[0].Name} has not one key of type dateTime"];
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names, string what) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"'{group.Key}' is there twice among {what}");

    private static string Unquoted(string reference) =>
        reference.Split(' ', 2) is [var kind, var name] ? $"{kind} {TmdlParser.Unquote(name)}" : reference;
}
