using Dapper;
using Etl.Model.Devices;
using Etl.Warehouse.DuckDb;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string, Type> FixedDimensions => new()
    {
        { "join_type", typeof(JoinType) },
        { "enrollment_state", typeof(EnrollmentState) },
        { "platform", typeof(Platform) },
        { "ownership", typeof(Ownership) },
        { "scope", typeof(Scope) },
        { "gap_reason", typeof(GapReason) },
        { "event_type", typeof(DeviceEventType) },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FixedDimensions))]
    public async Task Members_of_a_fixed_dimension_are_the_members_of_its_enum(string dimension, Type codes)
    {
        var seeded = await QueryAsync<(short Key, string Code)>($"SELECT {dimension}_key, code FROM dim.{dimension} ORDER BY {dimension}_key");

        seeded.ShouldBe(Enum.GetValuesAsUnderlyingType(codes).Cast<byte>().Select(value => ((short)value, Enum.GetName(codes, value)!)));
    }

    [Theory]
    [InlineData("enrollment_method", "Unknown")]
    [InlineData("compliance_state", "unknown")]
    [InlineData("management_agent", "unknown")]
    public async Task Key_0_of_an_open_dimension_is_unknown(string dimension, string code)
    {
        (await QueryAsync<string>($"SELECT code FROM dim.{dimension} WHERE {dimension}_key = 0")).ShouldBe([code]);
    }

    [Fact]
    public async Task States_other_than_enrolled_are_enrolment_methods_of_the_same_name()
    {
        var methods = await QueryAsync<string>("SELECT code FROM dim.enrollment_method");

        methods.ShouldBe(Enum.GetNames<EnrollmentState>().Where(state => state != nameof(EnrollmentState.Enrolled)), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_report_view_can_be_read()
    {
        var views = await QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'report'");

        views.ShouldBe(SqlScripts.Embedded("duckdb").In("views").Select(view => view.ShortName), ignoreOrder: true);
        foreach (var view in views) await QueryAsync<object>($"FROM report.{view}");
    }

    [Fact]
    public async Task Every_table_of_dim_and_fact_has_a_plain_view()
    {
        var tables = await QueryAsync<string>(
            "SELECT table_schema || '_' || table_name FROM information_schema.tables WHERE table_schema IN ('dim', 'fact')");
        var views = await QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'report'");

        tables.Except(views).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_or_view_opens_with_its_grain()
    {
        var scripts = SqlScripts.Embedded("duckdb");

        var silent = scripts.In("up").Concat(scripts.In("views"))
            .Where(script => script.Text.Contains("CREATE TABLE", StringComparison.Ordinal) || script.Name.StartsWith("views/", StringComparison.Ordinal))
            .Where(script => !script.Text.StartsWith("-- One row per ", StringComparison.Ordinal));

        silent.Select(script => script.Name).ShouldBeEmpty();
    }

    private Task<List<T>> QueryAsync<T>(string sql) =>
        new DuckDbWarehouse(_folder.Options, TimeProvider.System).UseAsync(
            WarehouseAccess.Write, async session => (await session.Connection.QueryAsync<T>(sql)).AsList(), Cancellation);
}
