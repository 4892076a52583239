using Etl.Model.Diagnosis;
using Etl.SqlServer.Testing;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.Tests.SqlServer;

/// <summary>What <c>etl doctor</c> says of a server to logins that may do more or less.</summary>
[Collection<SharedServer>]
public sealed class SqlServerExaminationTests(SqlServerDatabases databases)
{
    private const string Password = "Correct-Horse_7";

    [Fact]
    public async Task A_writer_is_told_that_it_has_the_rights_of_a_run_and_a_reader_which_it_lacks()
    {
        var options = databases.Empty("a");
        var database = new SqlConnectionStringBuilder(options.ConnectionString).InitialCatalog;
        string[] roles = ["etl_writer", "report_reader"];
        foreach (var role in roles)
        {
            SqlServerDatabases.Execute($"CREATE LOGIN {LoginOf(role)} WITH PASSWORD = '{Password}'", "master");
            SqlServerDatabases.Execute($"CREATE USER {LoginOf(role)} FOR LOGIN {LoginOf(role)};\nALTER ROLE {role} ADD MEMBER {LoginOf(role)};", database);
        }

        try
        {
            var toWriter = await ExamineAsync("etl_writer");
            var toReader = await ExamineAsync("report_reader");

            toWriter.ShouldAllBe(finding => finding.Verdict == Verdict.Ok);
            toWriter.Single(finding => finding.Check == "warehouse rights").Text.ShouldStartWith("this login has the ");
            var lacks = toReader.Single(finding => finding.Check == "warehouse rights");
            lacks.Verdict.ShouldBe(Verdict.Fails);
            lacks.Text.ShouldContain("DELETE on fact.device_snapshot, INSERT on ops.run, UPDATE on ops.run, ");
            lacks.Text.ShouldNotContain("on report");
            lacks.Text.ShouldContain("ALTER ROLE etl_writer ADD MEMBER");
        }
        finally
        {
            SqlConnection.ClearAllPools();
            foreach (var role in roles) SqlServerDatabases.Execute($"DROP USER {LoginOf(role)};\nDROP LOGIN {LoginOf(role)};", database);
        }

        string LoginOf(string role) => $"{database}_as_{role}";

        Task<IReadOnlyList<Finding>> ExamineAsync(string role)
        {
            var login = new SqlConnectionStringBuilder(options.ConnectionString) { UserID = LoginOf(role), Password = Password, IntegratedSecurity = false };
            return WarehouseFactory.CreateExamination(options with { ConnectionString = login.ConnectionString }, TimeProvider.System)
                .ExamineAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Where_nobody_answers_one_line_says_so()
    {
        var options = new WarehouseOptions
        {
            Provider = WarehouseProvider.SqlServer,
            ConnectionString = "Server=127.0.0.1,9;Database=warehouse;User ID=etl;Password=Tr0ub4dor;Connect Timeout=5;ConnectRetryCount=0",
        };

        var findings = await WarehouseFactory.CreateExamination(options, TimeProvider.System).ExamineAsync(TestContext.Current.CancellationToken);

        var finding = findings.ShouldHaveSingleItem();
        finding.Verdict.ShouldBe(Verdict.Fails);
        finding.Text.ShouldStartWith("No SQL Server answers for warehouse on 127.0.0.1,9");
        finding.Text.ShouldNotContain("Tr0ub4dor");
    }
}
