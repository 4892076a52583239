using System.Text;
using Etl.Warehouse.Migrations;
using Etl.Warehouse.SqlServer;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Etl.SqlServer.Tests;

/// <summary>
/// The whole warehouse compiled by DacFx. It checks names in tables, views and procedures, and nowhere else: what is a bare statement
/// in its file goes in as the body of a procedure.
/// </summary>
internal sealed class WarehouseModel : IDisposable
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@run_id"] = "uniqueidentifier",
        ["@tenant"] = "nvarchar(200)",
        ["@snapshot_date"] = "date",
        ["@snapshot_date_key"] = "int",
        ["@previous_date_key"] = "int",
        ["@coverage_target"] = "float",
        ["@tenant_key"] = "smallint",
        ["@from_date"] = "date",
        ["@to_date"] = "date",
        ["@before_date"] = "date",
        ["@from_device_id"] = "nvarchar(400)",
        ["@before_device_id"] = "nvarchar(400)",
        ["@limit"] = "int",
        ["@as_of_utc"] = "datetime2(3)",
        ["@started_utc"] = "datetime2(3)",
        ["@ended_utc"] = "datetime2(3)",
        ["@passed"] = "bit",
        ["@keep_month_ends"] = "bit",
        ["@before_utc"] = "datetime2(3)",
        ["@before_date_key"] = "int",
        ["@from_date_key"] = "int",
        ["@to_date_key"] = "int",
        ["@throttled_seconds"] = "float",
        ["@seconds"] = "float",
    };

    private readonly TSqlModel _model = new(SqlServerVersion.Sql150, new TSqlModelOptions { Collation = "Latin1_General_100_CI_AS" });

    private WarehouseModel()
    {
    }

    public TSqlModel Model => _model;

    /// <param name="change">What a test does to a text before it is compiled.</param>
    /// <param name="isWhole">With the bare statements; without them it is what a server has.</param>
    public static WarehouseModel Compile(Func<SqlScript, string>? change = null, bool isWhole = true)
    {
        var whole = new WarehouseModel();
        var script = new StringBuilder(isWhole ? "CREATE SCHEMA statement;\nGO\n" : string.Empty);
        foreach (var file in SqlFiles.All.Where(file => isWhole || DefinesObjects(file)))
        {
            var text = change?.Invoke(file) ?? file.Text;
            script.Append(DefinesObjects(file) ? Definitions(file, text, isWhole) : Wrapped(file.Name, text)).Append("\nGO\n");
            if (Description.Of(file) is { } description) script.Append(description.Property).Append("\nGO\n");
        }

        whole._model.AddObjects(script.ToString());
        return whole;
    }

    /// <summary>Errors and whatever could not be resolved. The server's own catalogue is not in the model.</summary>
    public IReadOnlyList<string> Faults() =>
        [.. _model.Validate()
            .Where(message => message.MessageType == DacMessageType.Error || message.Message.Contains("unresolved", StringComparison.OrdinalIgnoreCase))
            .Select(message => message.Message)
            .Where(message => !message.Contains("unresolved reference to object [sys].", StringComparison.Ordinal))];

    public void Dispose() => _model.Dispose();

    private static bool DefinesObjects(SqlScript file) => file.Name.Split('/')[0] is "up" or "views" or "publish";

    // Rows that a table comes with are no objects of the model, but their columns are checked all the same.
    private static string Definitions(SqlScript file, string text, bool withRows)
    {
        var parsed = Parsing.Parse(text);
        var statements = parsed.Batches.SelectMany(batch => batch.Statements).ToList();
        var objects = statements.Where(statement => statement is not InsertStatement).Select(Definition);
        var rows = statements.OfType<InsertStatement>().Select(Parsing.Text).ToList();
        return string.Join("\nGO\n", rows.Count > 0 && withRows ? [.. objects, Wrapped(file.Name, string.Join('\n', rows))] : objects);
    }

    private static string Definition(TSqlStatement statement) =>
        Parsing.Text(statement).Replace("CREATE OR ALTER ", "CREATE ", StringComparison.Ordinal);

    private static string Wrapped(string name, string text)
    {
        var used = new Variables();
        Parsing.Parse(text).Accept(used);
        var parameters = used.Free.Select(variable => $"{variable} {Parameters.GetValueOrDefault(variable, "nvarchar(4000)")}");
        var body = string.Join('\n', Parsing.Parse(text).Batches.Select(Parsing.Text));
        return $"CREATE PROCEDURE statement.[{name}]\n{string.Join(", ", parameters)}\nAS\nBEGIN\n{body}\nEND;";
    }

    private sealed class Variables : TSqlFragmentVisitor
    {
        private readonly List<string> _used = [];
        private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> Free => _used.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !_declared.Contains(name));

        public override void Visit(VariableReference node) => _used.Add(node.Name);

        public override void Visit(DeclareVariableElement node) => _declared.Add(node.VariableName.Value);
    }
}
