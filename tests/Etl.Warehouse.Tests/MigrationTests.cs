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

    [Fact]
    public async Task Snapshots_of_a_warehouse_made_before_they_were_packed_are_the_same_after()
    {
        const string instants = "SELECT device_key, last_activity_utc, last_sync_utc, ad_match, run_id FROM report.fact_device_snapshot ORDER BY device_key";
        var all = SqlScripts.Embedded("duckdb");
        var pack = new SqlScript("up/0032_pack_device_snapshot.sql", all["up/0032_pack_device_snapshot.sql"]);
        await RunAsync([.. all.In("up").Where(script => string.CompareOrdinal(script.Name, pack.Name) < 0)]);
        await _connection.ExecuteAsync("""
            INSERT INTO dim.device (device_version_key, device_key, tenant_key, device_id, valid_from, valid_to, is_current, type2_hash, type1_hash,
                ownership_key, join_type_key, enrollment_method_key, is_enrolled, is_autopilot)
            SELECT key + 10, key, 1, 'd' || key, DATE '2026-01-01', DATE '9999-12-31', true, 0, 0, 1, 1, 1, true, false FROM range(1, 4) AS device (key);

            INSERT INTO fact.device_snapshot
            SELECT 20260101, 1, seen.key, seen.key + 10, 1, 1, 1, 1, 1, 1, 1, 1, 1, NULL, true, true, true, true, true, true, false, false, NULL,
                seen.ad_match, 'DeviceId', 1, '14', seen.last_activity, seen.last_sync, 0, '00000000-0000-4000-8000-000000000001'
            FROM (VALUES
                (1, 'Sid', TIMESTAMP_MS '2025-12-31 23:59:59.999', TIMESTAMP_MS '2024-02-29 00:00:00.001'),
                (2, 'None', TIMESTAMP_MS '1969-12-31 23:59:59.001', NULL),
                (3, 'ObjectGuid', NULL, NULL)
            ) AS seen (key, ad_match, last_activity, last_sync)
            """);

        (await RunAsync([.. all.In("up"), .. all.In("views")])).ShouldContain(pack.Name);

        var run = new Guid("00000000-0000-4000-8000-000000000001");
        (await _connection.QueryAsync<(int, DateTime?, DateTime?, string, Guid)>(instants)).ShouldBe(
        [
            (1, new DateTime(2025, 12, 31, 23, 59, 59, 999), new DateTime(2024, 2, 29, 0, 0, 0, 1), "Sid", run),
            (2, new DateTime(1969, 12, 31, 23, 59, 59, 1), null, "None", run),
            (3, null, null, "ObjectGuid", run),
        ]);
    }

    [Fact]
    public async Task Ids_of_a_warehouse_made_before_they_were_packed_are_the_same_after()
    {
        const string guid = "0a0b0c0d-0000-4000-8000-00000000000f";
        const string insert = """
            INSERT INTO dim.device (device_version_key, device_key, tenant_key, device_id, valid_from, valid_to, is_current, type2_hash, type1_hash,
                ownership_key, join_type_key, enrollment_method_key, is_enrolled, is_autopilot, entra_object_id, intune_id)
            SELECT $key, $key, 1, $id, DATE '2026-01-01', DATE '9999-12-31', true, 0, 0, 1, 1, 1, true, false, $id, $id;

            INSERT INTO ops.device_overwrite (device_version_key, tenant_key, overwrite_date_key, type1_hash, entra_object_id, intune_id)
            VALUES ($key, 1, 20260101, 0, $id, $id)
            """;
        string[] ids = [guid, guid.ToUpperInvariant(), $"{{{guid}}}", guid.Replace("-", "", StringComparison.Ordinal), "no-guid", " "];
        var all = SqlScripts.Embedded("duckdb");
        await RunAsync([.. all.In("up").Where(script => string.CompareOrdinal(script.Name, "up/0033") < 0)]);
        for (var key = 0; key < ids.Length; key++) await _connection.ExecuteAsync(insert, new { key, id = ids[key] });

        await RunAsync([.. all.In("up"), .. all.In("views")]);

        var kept = await _connection.QueryAsync<(string, string, string)>(
            "SELECT device_id, entra_object_id, intune_id FROM report.dim_device ORDER BY device_key");
        kept.ShouldBe(ids.Select(id => (id, id, id)));
        var overwritten = await _connection.QueryAsync<(string?, string?)>("""
            SELECT coalesce(entra_object_id_text, CAST(entra_object_id AS VARCHAR)), coalesce(intune_id_text, CAST(intune_id AS VARCHAR))
            FROM ops.device_overwrite
            ORDER BY device_version_key
            """);
        overwritten.ShouldBe(ids.Select(id => ((string?)id, (string?)id)));
    }

    private async Task<IReadOnlyList<string>> RunAsync(params SqlScript[] scripts) =>
        (await new MigrationRunner(new SqlScripts(scripts), new DuckDbDialect(), TimeProvider.System).RunAsync(_connection, Cancellation)).Scripts;
}
