using Dapper;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.SqlServer.Testing;
using Etl.Warehouse.Migrations;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.Tests.SqlServer;

[Collection<SharedServer>]
public sealed class SqlServerWarehouseTests(SqlServerDatabases databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_runs_everything_once()
    {
        var warehouse = Warehouse(databases.Database("migrated"));

        var before = await warehouse.ExistsAsync(Cancellation);
        var first = await warehouse.MigrateAsync(Cancellation);
        var second = await warehouse.MigrateAsync(Cancellation);

        before.ShouldBeFalse();
        first.Scripts.Count.ShouldBeGreaterThan(50);
        second.Scripts.ShouldBeEmpty();
        (await warehouse.ExistsAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_there_is_no_schema_a_run_is_told_what_makes_one()
    {
        var warehouse = Warehouse(databases.Database("empty"));

        (await FailureAsync(warehouse, WarehouseAccess.Read)).ShouldContain("etl migrate");
        (await FailureAsync(warehouse, WarehouseAccess.Write)).ShouldContain("etl migrate --script");
    }

    [Fact]
    public async Task An_older_and_a_newer_schema_are_refused()
    {
        var options = databases.Empty("a");
        var scripts = SqlScripts.Embedded("sqlserver");
        SqlScript[] all = [.. new[] { "up", "views", "publish", "roles", "physical", "queries" }.SelectMany(scripts.In)];
        var older = new SqlServerWarehouse(options, TimeProvider.System, new SqlScripts([.. all, new SqlScript("up/9999_later.sql", "SELECT 1;")]));
        var newer = new SqlServerWarehouse(options, TimeProvider.System, new SqlScripts(all.Where(script => script.Name != "views/runs.sql")));

        (await FailureAsync(older, WarehouseAccess.Write)).ShouldContain("up/9999_later.sql has not run there. Run `etl migrate`");
        (await FailureAsync(newer, WarehouseAccess.Write)).ShouldContain("newer version");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        var builder = new SqlConnectionStringBuilder(SqlServerDatabases.ConnectionString("master"))
        {
            UserID = "nobody",
            Password = "Tr0ub4dor",
            IntegratedSecurity = false,
            ConnectRetryCount = 0,
        };

        var message = await FailureAsync(Warehouse(builder), WarehouseAccess.Read);

        message.ShouldContain("refused the login");
        message.ShouldNotContain("Tr0ub4dor");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var message = await FailureAsync(Warehouse("etl_test_no_such_database"), WarehouseAccess.Read);

        message.ShouldContain("There is no database etl_test_no_such_database on ");
        message.ShouldContain("CREATE DATABASE");
    }

    [Fact]
    public async Task The_printed_script_run_by_hand_leaves_nothing_to_migrate()
    {
        var database = databases.Database("by_hand");
        var warehouse = Warehouse(database);

        SqlServerDatabases.ExecuteByHand(warehouse.MigrationScript(), database);

        (await warehouse.MigrateAsync(Cancellation)).Scripts.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_writer_may_write_and_no_more_and_the_reader_may_read_the_reports()
    {
        var database = new SqlConnectionStringBuilder(databases.Empty("a").ConnectionString).InitialCatalog;
        using var writing = SqlServerLogin.Create(database, "etl_writer");
        using var reading = SqlServerLogin.Create(database, "report_reader");
        var writer = new SqlServerWarehouse(writing.Options, new ImpatientClock());
        var reader = new SqlServerWarehouse(reading.Options, new ImpatientClock());

        var counted = await writer.UseAsync(WarehouseAccess.Write, async session =>
        {
            await session.ExecuteAsync("publish/clear_staging.sql", new { }, transaction: null, Cancellation);
            return await session.Connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM dim.join_type");
        }, Cancellation);

        counted.ShouldBe(Enum.GetValues<JoinType>().Length);
        (await FailureAsync(writer, "CREATE TABLE dim.other (a int)")).ShouldContain("lacks a right");
        (await FailureAsync(writer, "DELETE FROM dim.join_type")).ShouldContain("lacks a right");
        (await FailureAsync(writer, "DELETE FROM ops.schema_version")).ShouldContain("lacks a right");
        (await reader.UseAsync(WarehouseAccess.Read, session =>
            session.Connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM report.dim_join_type"), Cancellation)).ShouldBe(counted);
        (await FailureAsync(reader, "SELECT COUNT(*) FROM dim.join_type")).ShouldContain("lacks a right");
        (await FailureAsync(reader, "SELECT COUNT(*) FROM ops.run")).ShouldContain("report_reader");
    }

    [Fact]
    public async Task An_onlooker_hears_soon_that_the_server_is_gone_and_reads_again_when_it_is_back()
    {
        using var line = new CuttableConnection();
        var warehouse = new SqlServerWarehouse(line.Through(databases.Empty("a")), TimeProvider.System).ForOnlookers;
        (await ReadAsync()).ShouldBe(1);

        const int many = 100;
        line.RefusalsToCome = many;
        line.Cut();

        (await Should.ThrowAsync<EtlException>(ReadAsync)).Message.ShouldStartWith("No SQL Server answers");
        line.RefusalsToCome.ShouldBeInRange(many - 2, many - 1);
        line.RefusalsToCome = 0;
        (await ReadAsync()).ShouldBe(1);

        Task<int> ReadAsync() => warehouse.UseAsync(WarehouseAccess.Read, session => session.Connection.ExecuteScalarAsync<int>("SELECT 1"), Cancellation);
    }

    [Fact]
    public async Task A_claim_is_one_holders_and_ends_with_it()
    {
        var options = databases.Empty("a");
        var one = new SqlServerWarehouse(options, TimeProvider.System);
        var other = new SqlServerWarehouse(options, TimeProvider.System);

        var held = (await one.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
        (await other.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldBeNull();
        (await one.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldBeNull();
        await using (var another = await other.TryClaimAsync("fabrikam", TimeSpan.Zero, Cancellation)) another.ShouldNotBeNull();
        // Whoever holds a claim works on connections of its own.
        (await one.UseAsync(WarehouseAccess.Write, _ => Task.FromResult(true), Cancellation)).ShouldBeTrue();
        await held.DisposeAsync();

        await using var next = await other.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation);
        next.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_claim_goes_with_a_connection_that_is_cut()
    {
        using var line = new CuttableConnection();
        var options = databases.Empty("a");
        var cutOff = new SqlServerWarehouse(line.Through(options), TimeProvider.System);
        var other = new SqlServerWarehouse(options, TimeProvider.System);

        await using var lost = (await cutOff.TryClaimAsync("contoso", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
        line.Cut();

        // The server notices in its own time.
        await using var next = (await other.TryClaimAsync("contoso", TimeSpan.FromMinutes(5), Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Microsoft.Data.SqlClient", 2)]
    [InlineData("Etl.Load", 1)]
    public async Task Only_where_the_client_itself_trips_over_an_answer_is_the_work_begun_again(string source, int attempts)
    {
        var warehouse = new SqlServerWarehouse(databases.Empty("a"), TimeProvider.System);
        var attempt = 0;

        var work = () => warehouse.UseAsync(
            WarehouseAccess.Read,
            _ => ++attempt == 1 ? throw new ArgumentOutOfRangeException(nameof(source)) { Source = source } : Task.FromResult(attempt),
            Cancellation);

        if (attempts == 1) await Should.ThrowAsync<ArgumentOutOfRangeException>(work);
        else (await work()).ShouldBe(attempts);
        attempt.ShouldBe(attempts);
    }

    [Theory]
    [InlineData("join_type", typeof(JoinType))]
    [InlineData("enrollment_state", typeof(EnrollmentState))]
    [InlineData("platform", typeof(Platform))]
    [InlineData("ownership", typeof(Ownership))]
    [InlineData("scope", typeof(Scope))]
    [InlineData("gap_reason", typeof(GapReason))]
    [InlineData("event_type", typeof(DeviceEventType))]
    public async Task Members_of_a_fixed_dimension_are_the_members_of_its_enum(string dimension, Type codes)
    {
        var warehouse = databases.Warehouse("a");

        var seeded = await warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<(short Key, string Code)>(
            $"SELECT {dimension}_key, code FROM dim.{dimension} ORDER BY {dimension}_key")).AsList(), Cancellation);

        seeded.ShouldBe(Enum.GetValuesAsUnderlyingType(codes).Cast<byte>().Select(value => ((short)value, Enum.GetName(codes, value)!)));
    }

    [Fact]
    public async Task Every_report_view_can_be_read()
    {
        var warehouse = databases.Warehouse("a");
        foreach (var view in SqlScripts.Embedded("sqlserver").In("views"))
            await warehouse.UseAsync(WarehouseAccess.Read, session =>
                session.Connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM report.{view.ShortName}"), Cancellation);
    }

    private static SqlServerWarehouse Warehouse(string database) => new(SqlServerDatabases.Options(database), new ImpatientClock());

    private static SqlServerWarehouse Warehouse(SqlConnectionStringBuilder builder) => new(
        new WarehouseOptions { Provider = WarehouseProvider.SqlServer, ConnectionString = builder.ConnectionString }, new ImpatientClock());

    private static async Task<string> FailureAsync(SqlServerWarehouse warehouse, WarehouseAccess access) =>
        (await Should.ThrowAsync<EtlException>(() => warehouse.UseAsync(access, _ => Task.FromResult(0), Cancellation))).Message;

    private static async Task<string> FailureAsync(SqlServerWarehouse warehouse, string sql) =>
        (await Should.ThrowAsync<EtlException>(() => warehouse.UseAsync(
            WarehouseAccess.Read, session => session.Connection.ExecuteAsync(sql), Cancellation))).Message;
}
