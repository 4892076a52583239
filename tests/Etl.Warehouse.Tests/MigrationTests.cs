using Dapper;
using DuckDB.NET.Data;
using Etl.Model.Errors;
using Etl.Warehouse.DuckDb;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.Tests;

public sealed class MigrationTests : IDisposable
{
    private static readonly SqlScript Versions = new("up/0001_create_schema_version.sql", SqlScripts.Embedded("duckdb")["up/0001_create_schema_version.sql"]);
    private static readonly SqlScript Schema = new("up/0002_create_report.sql", "CREATE SCHEMA report; CREATE TABLE report.t (a INTEGER);");
    private static readonly SqlScript View = new("views/v.sql", "CREATE OR REPLACE VIEW report.v AS SELECT a FROM report.t AS t;");

    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public MigrationTests() => _connection.Open();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task Scripts_run_in_order_and_once()
    {
        var first = await RunAsync(View, Schema, Versions);
        var second = await RunAsync(View, Schema, Versions);

        first.ShouldBe([Versions.Name, Schema.Name, View.Name]);
        second.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_new_script_runs_on_a_warehouse_of_before()
    {
        await RunAsync(Versions);

        (await RunAsync(Versions, Schema)).ShouldBe([Schema.Name]);
    }

    [Fact]
    public async Task A_script_that_was_edited_after_it_ran_is_refused()
    {
        await RunAsync(Versions, Schema);

        var error = await Should.ThrowAsync<EtlException>(() => RunAsync(Versions, new SqlScript(Schema.Name, Schema.Text + " ")));

        error.Message.ShouldContain(Schema.Name);
        error.Message.ShouldContain("edited");
    }

    [Fact]
    public async Task Another_line_end_is_not_an_edit()
    {
        await RunAsync(Versions, Schema);

        var checkedOutElsewhere = new SqlScript(Versions.Name, Versions.Text.Replace("\n", "\r\n", StringComparison.Ordinal));

        checkedOutElsewhere.Hash.ShouldBe(Versions.Hash);
        (await RunAsync(checkedOutElsewhere, Schema)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_warehouse_of_a_newer_version_is_refused()
    {
        await RunAsync(Versions, Schema);

        (await Should.ThrowAsync<EtlException>(() => RunAsync(Versions))).Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task A_changed_view_is_made_again()
    {
        await RunAsync(Versions, Schema, View);

        var applied = await RunAsync(
            Versions, Schema, new SqlScript(View.Name, "CREATE OR REPLACE VIEW report.v AS SELECT a + 1 AS b FROM report.t AS t;"));

        applied.ShouldBe([View.Name]);
        (await _connection.ExecuteScalarAsync<long>("SELECT count(b) FROM report.v")).ShouldBe(0);
    }

    [Fact]
    public async Task A_view_comes_after_the_view_that_it_reads()
    {
        var reader = new SqlScript("views/a.sql", "CREATE OR REPLACE VIEW report.a AS SELECT v.a FROM report.v AS v;");

        (await RunAsync(Versions, Schema, reader, View)).ShouldBe([Versions.Name, Schema.Name, View.Name, reader.Name]);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_and_is_named()
    {
        var broken = new SqlScript("up/0002_broken.sql", "CREATE SCHEMA report; CREATE TABLE nowhere.t (a INTEGER);");

        var error = await Should.ThrowAsync<EtlException>(() => RunAsync(Versions, broken));

        error.Message.ShouldContain(broken.Name);
        (await RunAsync(Versions, Schema)).ShouldBe([Schema.Name]);
    }

    [Fact]
    public async Task The_printed_script_run_by_hand_leaves_nothing_to_do()
    {
        var scripts = SqlScripts.Embedded("duckdb");
        var runner = new MigrationRunner(scripts, new DuckDbDialect(), TimeProvider.System);

        await _connection.ExecuteAsync(runner.Script());

        (await runner.PendingAsync(_connection, Cancellation)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> RunAsync(params SqlScript[] scripts) =>
        (await new MigrationRunner(new SqlScripts(scripts), new DuckDbDialect(), TimeProvider.System).RunAsync(_connection, Cancellation)).Scripts;
}
