using Etl.Cli.Output;
using Etl.Warehouse.Reports;
using Spectre.Console.Testing;

namespace Etl.Cli.Tests;

public sealed class HistoryReportTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Coverage_is_what_the_headline_says_of_the_same_counts(bool onTerminal)
    {
        using var screen = new TestConsole().Width(140);
        screen.Profile.Capabilities.Ansi = onTerminal;

        HistoryReport.Write(screen, [Day(Today.AddDays(-1), covered: 3_700), Day(Today, covered: 3_763)], []);

        screen.Output.ShouldContain("86.5");
        screen.Output.ShouldNotContain("86.6");
        screen.Output.ShouldContain("+1.2 percentage points in 7 days.");
    }

    [Fact]
    public void A_bar_is_no_longer_for_a_value_that_is_shorter_to_write()
    {
        using var screen = new TestConsole().Width(140);
        screen.Profile.Capabilities.Ansi = true;

        HistoryReport.Write(screen, [Day(Today.AddDays(-2), covered: 3_459), Day(Today.AddDays(-1), covered: 3_478), Day(Today, covered: 4_348)], []);

        var bars = screen.Output.Split('\n').Where(line => line.Contains('█')).ToList();
        bars.Select(line => line.Trim().Split(' ')[^1]).ShouldBe(["79.6", "80.0", "100.0"]);
        bars.Select(line => line.Count(letter => letter == '█')).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_in_scope_is_not_0_percent(bool onTerminal)
    {
        using var screen = new TestConsole().Width(140);
        screen.Profile.Capabilities.Ansi = onTerminal;

        HistoryReport.Write(screen, [Day(Today.AddDays(-1), covered: 0) with { InScope = 0 }, Day(Today, covered: 3_763)], []);

        screen.Output.ShouldNotContain("  0.0");
    }

    [Fact]
    public void One_day_is_no_history()
    {
        using var screen = new TestConsole();

        HistoryReport.Write(screen, [Day(Today, covered: 1)], []);

        screen.Output.ShouldBeEmpty();
    }

    private static CoverageTrendDay Day(DateOnly date, long covered) => new()
    {
        Tenant = "contoso",
        SnapshotDate = date,
        Devices = 5_000,
        Covered = covered,
        InScope = 4_348,
        Coverage = Math.Round(covered / 4_348m, 4, MidpointRounding.AwayFromZero),
        CoverageChange7Days = 0.0123m,
    };
}
