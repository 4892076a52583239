using Etl.Warehouse.Migrations;
using Etl.Warehouse.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Etl.SqlServer.Tests;

/// <summary>Every file and every statement, read by Microsoft's own parser at the level of SQL Server 2019.</summary>
public sealed class SyntaxTests
{
    public static TheoryData<string> Files => [.. SqlFiles.All.Select(script => script.Name)];

    public static TheoryData<string, string> Statements
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, sql) in SqlFiles.Sent.Concat(SentStatements.InTheProduct())) data.Add(name, sql);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_TSQL_of_2019(string name)
    {
        Parsing.Parse(SqlFiles.SqlServer[name], out var errors);

        errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Every_statement_made_in_the_code_is_TSQL_of_2019(string name, string sql)
    {
        Parsing.Parse(sql, out var errors);

        errors.ShouldBeEmpty(name);
    }

    [Fact]
    public void A_statement_in_the_code_is_found_wherever_it_stands_and_its_fault_seen()
    {
        const string code = """"
            class Planted
            {
                const string A = "SELECT a " + "FROM report.x";
                string B(string table) => $"DELETE FROM ops.{table} WHERE a = @a";
                void C() => Send("""
                    -- Why.
                    UPDATE ops.run SET state = = 1
                    """);
                string D => "Sentences that SELECT nothing are none.";
            }
            """";

        var found = SentStatements.In(code, "Planted.cs").ToList();

        found.Select(statement => (statement.Place, Parses(statement.Sql))).ShouldBe([("Planted.cs:3", true), ("Planted.cs:4", true), ("Planted.cs:5", false)]);
        SentStatements.InTheProduct().ShouldContain(statement => statement.Place.StartsWith("src/Etl.Export/ExportQueries.cs:", StringComparison.Ordinal));

        static bool Parses(string sql)
        {
            Parsing.Parse(sql, out var errors);
            return errors.Count == 0;
        }
    }

    [Fact]
    public void The_script_for_an_administrator_is_TSQL_of_2019()
    {
        var runner = new MigrationRunner(SqlFiles.SqlServer, new SqlServerDialect(), TimeProvider.System);

        Parsing.Parse(runner.Script(), out var errors);

        errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_has_a_statement_that_the_house_does_not_use(string name)
    {
        var unwelcome = new Unwelcome();

        Parsing.Parse(SqlFiles.SqlServer[name]).Accept(unwelcome);

        unwelcome.Found.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_house_does_not_use_is_seen()
    {
        var unwelcome = new Unwelcome();

        Parsing.Parse("""
            SELECT * FROM a WITH (NOLOCK);
            MERGE a USING b ON a.x = b.x WHEN MATCHED THEN DELETE;
            DECLARE c CURSOR FOR SELECT x FROM a;
            """).Accept(unwelcome);

        unwelcome.Found.ShouldBe(["SELECT *", "NOLOCK", "MERGE", "CURSOR"], ignoreOrder: true);
    }

    [Fact]
    public void Every_procedure_rolls_back_when_it_fails()
    {
        var careless = SqlFiles.SqlServer.In("publish")
            .Where(script => !script.Text.Contains("\nAS\nSET NOCOUNT ON;\nSET XACT_ABORT ON;\n", StringComparison.Ordinal));

        careless.Select(script => script.Name).ShouldBeEmpty();
    }

    [Fact]
    public void A_procedure_is_named_as_its_file()
    {
        foreach (var script in SqlFiles.SqlServer.In("publish"))
            ProcedureCall.Of(script.Text).ShouldStartWith($"EXEC publish.{script.ShortName.TrimStart("0123456789_".ToCharArray())}");
    }

    private sealed class Unwelcome : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(SelectStarExpression node) => Found.Add("SELECT *");

        public override void Visit(MergeStatement node) => Found.Add("MERGE");

        public override void Visit(DeclareCursorStatement node) => Found.Add("CURSOR");

        public override void Visit(TableHint node)
        {
            if (node.HintKind is TableHintKind.NoLock or TableHintKind.ReadUncommitted) Found.Add("NOLOCK");
        }
    }
}
