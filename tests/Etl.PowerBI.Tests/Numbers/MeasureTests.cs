using System.Globalization;
using Dapper;
using Etl.Warehouse;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>Each measure's SQL twin gives what the exported files say, counted another way.</summary>
public sealed class MeasureTests(DemoWarehouse demo)
{
    private const double Target = 0.95;
    private const double Hundredths = 0.2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_measure_has_a_twin_and_every_twin_a_measure() =>
        MeasureTwins.All.Keys.ShouldBe(Project.Model.Measures.Select(measure => measure.Measure.Name), ignoreOrder: true);

    [Fact]
    public void The_readme_lists_them_side_by_side() =>
        Generated.ShouldBeCurrent("README.md", MeasurePage.Into(File.ReadAllText(Path.Combine(Project.Folder, "README.md"))));

    [Fact]
    public async Task Twins_give_what_the_exported_files_say()
    {
        var figures = (await FiguresAsync()).All();
        var twins = await TwinsAsync();

        twins.Keys.ShouldBe(figures.Keys, ignoreOrder: true);
        foreach (var (name, expected) in figures)
            switch (expected)
            {
                // The store's own clock, to a tenth of an hour.
                case double hours when name == "Hours since data": ((double)twins[name]!).ShouldBe(hours, Hundredths, name); break;
                case double number: ((double)twins[name]!).ShouldBe(number, 1e-9, name); break;
                default: twins[name].ShouldBe(expected, name); break;
            }
    }

    [Fact]
    public async Task The_demo_has_something_for_every_measure()
    {
        var figures = (await FiguresAsync()).All();

        figures.Where(figure => figure.Value is null or 0.0).Select(figure => figure.Key).ShouldBeSubsetOf(["Throttled seconds"]);
    }

    [Fact]
    public async Task Change_and_gap_are_those_of_the_trend()
    {
        var trend = (await demo.Warehouse.UseAsync(WarehouseAccess.Read, async session => await session.Connection.QueryAsync<(decimal Week, decimal Month, decimal Gap)>(
            new CommandDefinition("SELECT coverage_change_7_days, coverage_change_28_days, gap_to_target FROM report.coverage_trend WHERE tenant = 'contoso' ORDER BY snapshot_date DESC",
                cancellationToken: Cancellation)), Cancellation)).First();

        var figures = (await FiguresAsync("contoso")).All();

        ((double)figures["Coverage change 7 days"]!).ShouldBe((double)trend.Week, 1e-4);
        ((double)figures["Coverage change 28 days"]!).ShouldBe((double)trend.Month, 1e-4);
        ((double)figures["Gap to target"]!).ShouldBe((double)trend.Gap, 1e-4);
    }

    private async Task<Figures> FiguresAsync(string? tenant = null)
    {
        var devices = await demo.CsvAsync("devices");
        var waits = await demo.Warehouse.UseAsync(WarehouseAccess.Read, async session => await session.Connection.QueryAsync<double>(new CommandDefinition(
            "SELECT CAST(hours_join_to_enroll AS DOUBLE PRECISION) FROM report.fact_device_lifecycle WHERE hours_join_to_enroll IS NOT NULL", cancellationToken: Cancellation)), Cancellation);
        return new Figures(
            [.. devices.Where(row => tenant is null || row["tenant"] == tenant)],
            await demo.CsvAsync("runs"), await demo.CsvAsync("quality"), await demo.CsvAsync("rejects"),
            [.. waits], Target, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private Task<Dictionary<string, object?>> TwinsAsync() => demo.Warehouse.UseAsync(WarehouseAccess.Read, async session =>
    {
        Dictionary<string, object?> figures = new(StringComparer.Ordinal);
        foreach (var (name, sql) in MeasureTwins.All)
            figures[name] = Plain(await session.Connection.ExecuteScalarAsync(new CommandDefinition(sql, cancellationToken: Cancellation)));
        return figures;
    }, Cancellation);

    private static object? Plain(object? value) => value switch
    {
        null or DBNull => null,
        DateTime instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        System.Numerics.BigInteger number => (double)number,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
