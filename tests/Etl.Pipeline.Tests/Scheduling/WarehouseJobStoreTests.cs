using Dapper;
using Etl.Extract.Graph;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.SqlServer.Testing;
using Etl.Warehouse;
using Etl.Warehouse.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Etl.Pipeline.Tests.Scheduling;

/// <summary>The schedule in the warehouse's own tables, over the starts of a service.</summary>
public sealed class WarehouseJobStoreTests(SqlServerDatabases databases) : IClassFixture<SqlServerDatabases>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_configuration_says_at_a_start_takes_the_place_of_what_it_said_before()
    {
        var warehouse = databases.Warehouse("schedule");
        var options = Options(databases.Empty("schedule"), ["contoso", "fabrikam", "litware"]);

        await RunAsync(warehouse, options);
        (await TimesAsync(warehouse)).ShouldBe(
            ["0: 0 0 8 * * ?", "contoso: 0 0 6 * * ?", "fabrikam: 0 0 6 * * ?", "litware: 0 0 6 * * ?", "retention: 0 30 3 * * ?"]);
        await RunAsync(warehouse, options with
        {
            Tenants = [.. options.Tenants.Take(2)],
            Schedule = options.Schedule with
            {
                Run = "0 0 7 * * ?",
                Tenants = new Dictionary<string, string>(StringComparer.Ordinal) { ["fabrikam"] = ScheduleOptions.Off },
                Export = [],
                Retention = ScheduleOptions.Off,
            },
        });

        (await TimesAsync(warehouse)).ShouldBe(["contoso: 0 0 7 * * ?"]);
        // A tenant without a time can still be run by hand.
        (await QueryAsync(warehouse, "SELECT JOB_NAME FROM quartz.QRTZ_JOB_DETAILS ORDER BY JOB_NAME")).ShouldBe(["contoso", "fabrikam"]);
    }

    [Fact]
    public async Task A_warehouse_without_its_tables_is_told_as_one_to_migrate()
    {
        var options = Options(SqlServerDatabases.Options(databases.Database("bare")), ["contoso"]);
        var warehouse = new SqlServerWarehouse(options.Warehouse, TimeProvider.System);

        var refusal = await Should.ThrowAsync<Model.Errors.EtlException>(() => RunAsync(warehouse, options));

        refusal.Message.ShouldContain("etl migrate");
    }

    private static EtlOptions Options(WarehouseOptions warehouse, IEnumerable<string> tenants) => new()
    {
        Tenants = [.. tenants.Select(name => new TenantOptions { Name = name, Graph = new GraphOptions() })],
        Tables = new RuleTables([], [], []),
        Warehouse = warehouse,
        Schedule = new ScheduleOptions
        {
            JobStore = JobStoreKind.Warehouse,
            Misfire = MisfirePolicy.Skip,
            Export = [new ExportScheduleOptions { Dataset = "devices", Cron = "0 0 8 * * ?" }],
        },
    };

    // What an earlier configuration left is dropped in the background of a start; a stop waits for that.
    private static async Task RunAsync(IWarehouse warehouse, EtlOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System).AddSingleton(warehouse);
        builder.Services.AddSingleton<Func<IRunObserver>>(() => NoObserver.Instance);
        ScheduleServices.AddTo(builder.Services, options, TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync(Cancellation);
        await host.Services.GetServices<IHostedService>().OfType<MissedRuns>().Single().ExecuteTask!;
        await host.StopAsync(Cancellation);
    }

    private static Task<List<string>> TimesAsync(IWarehouse warehouse) =>
        QueryAsync(warehouse, "SELECT TRIGGER_NAME + ': ' + CRON_EXPRESSION FROM quartz.QRTZ_CRON_TRIGGERS ORDER BY TRIGGER_NAME");

    private static Task<List<string>> QueryAsync(IWarehouse warehouse, string sql) =>
        warehouse.UseAsync(WarehouseAccess.Read, async session => (await session.Connection.QueryAsync<string>(sql)).AsList(), Cancellation);
}
