using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>The model beside the warehouse that it reads.</summary>
internal static class WarehouseRules
{
    // The columns whose instants the model cuts to days: at the grain of devices and days an instant is as large as all the rest.
    private const string CutToDays = "DateTime.Date";

    public static IEnumerable<string> Columns_are_in_the_warehouse_with_a_fitting_type(SemanticModel model, IReadOnlyList<ReportColumn> warehouse)
    {
        var columns = warehouse.ToDictionary(column => (column.View, column.Name));
        foreach (var (table, column) in model.Columns)
        {
            if (SemanticModel.ViewOf(table) is not { } view)
            {
                if (!SemanticModel.Source(table).Contains("#table(", StringComparison.Ordinal)) yield return $"{table.Place} {table.Name} reads no view";
                continue;
            }

            if (!columns.TryGetValue((view, column["sourceColumn"]!), out var found)) yield return $"{column.Place} report.{view} has no column {column["sourceColumn"]}";
            else if (column["dataType"] != TypeOf(found.Kind)) yield return $"{column.Place} {table.Name}[{column.Name}] is {column["dataType"]}, report.{view}.{found.Name} is {found.DataType}";
        }
    }

    public static IEnumerable<string> Columns_are_described_as_in_the_dictionary(SemanticModel model, DataDictionary dictionary) =>
        from column in model.Columns
        let view = SemanticModel.ViewOf(column.Table)
        where view is not null && !SemanticModel.Source(column.Table).Contains($"{{\"{column.Column["sourceColumn"]}\", {CutToDays}", StringComparison.Ordinal)
        where column.Column.Description != dictionary[view, column.Column["sourceColumn"]!]
        select $"{column.Column.Place} {column.Table.Name}[{column.Column.Name}] is described otherwise than in sql/dictionary.csv";

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "string",
        ColumnKind.WholeNumber => "int64",
        ColumnKind.Number => "double",
        ColumnKind.TrueFalse => "boolean",
        _ => "dateTime",
    };
}
