using Etl.Cli.Output;
using Etl.Warehouse.Reports;
using Spectre.Console.Testing;

namespace Etl.Cli.Tests;

public sealed class CoverageReportTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly TestConsole _screen = new TestConsole().Width(140);

    [Fact]
    public void The_answer_is_in_figures_with_what_is_missing_to_the_target_and_the_way_since_the_first_day()
    {
        var status = Nothing with { Days = [Day(Today, covered: 80), Day(Today.AddDays(-30), covered: 70)] };

        CoverageReport.Write(_screen, status, target: 0.95, Sample.AsOf);

        _screen.Output.ShouldContain("contoso, 2026-11-22");
        _screen.Output.ShouldContain("Coverage 80.0 %: 80 of 100 devices in scope are enrolled and checking in.");
        _screen.Output.ShouldContain("Of all 160 devices 90 are enrolled (56.3 %).");
        _screen.Output.ShouldContain("The target is 95.0 %: 15 more devices.");
        _screen.Output.ShouldContain("Since 2026-10-23: +10.0 percentage points");
    }

    [Fact]
    public void One_device_is_no_devices()
    {
        CoverageReport.Write(_screen, Nothing with { Days = [Day(Today, covered: 94)] }, target: 0.95, Sample.AsOf);

        _screen.Output.ShouldContain("The target is 95.0 %: 1 more device.");
        _screen.Output.ShouldNotContain("Costing no coverage");
    }

    [Theory]
    [InlineData(47, false, "47 h")]
    [InlineData(24 * 31, true, "31 days")]
    public void What_is_old_is_not_taken_for_today(int hours, bool isTold, string age)
    {
        var source = new SourceHealth
        {
            Tenant = "contoso",
            Source = "Entra",
            RunId = Guid.Empty,
            AsOf = Sample.AsOf,
            FreshnessHours = 0,
            RowsRead = 1,
            RowsUsed = 1,
            RowsRejected = 0,
        };

        CoverageReport.Write(_screen, Nothing with { Days = [Day(Today, covered: 80)], Sources = [source] }, target: null, Sample.AsOf.AddHours(hours));

        _screen.Output.Contains($"This is {age} old, and nothing later is published: 'etl runs' says why.", StringComparison.Ordinal).ShouldBe(isTold);
        _screen.Output.Split('\n').ShouldContain(line => line.Contains("Entra", StringComparison.Ordinal) && line.TrimEnd().EndsWith(age, StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_that_is_met_is_said_to_be()
    {
        CoverageReport.Write(_screen, Nothing with { Days = [Day(Today, covered: 95)] }, target: 0.95, Sample.AsOf);

        _screen.Output.ShouldContain("The target of 95.0 % is met.");
    }

    [Fact]
    public void Names_in_square_brackets_are_names_and_not_markup()
    {
        var status = Nothing with
        {
            Days = [Day(Today, covered: 80) with { Tenant = "[red]" }],
            Methods =
            [
                new EnrollmentMethodCount
                {
                    Tenant = "[red]", SnapshotDate = Today, EnrollmentMethod = "x", Label = "[/]", Category = "Unmapped", Devices = 3,
                    Autopilot = 1, UnexpectedJoinType = 0,
                },
            ],
        };

        CoverageReport.Write(_screen, status, target: null, Sample.AsOf);

        _screen.Output.ShouldContain("[red], 2026-11-22");
        _screen.Output.ShouldContain("[/]");
    }

    [Fact]
    public void Nothing_in_scope_is_no_division_by_zero()
    {
        CoverageReport.Write(_screen, Nothing with { Days = [Day(Today, covered: 0) with { InScope = 0 }] }, target: 0.95, Sample.AsOf);

        _screen.Output.ShouldContain("0 of 0 devices in scope");
    }

    [Fact]
    public void Before_the_first_run_it_says_what_to_run()
    {
        CoverageReport.Write(_screen, Nothing, target: 0.95, Sample.AsOf);

        _screen.Output.ShouldContain("Nothing is published yet: run 'etl run'.");
    }

    public void Dispose() => _screen.Dispose();

    private static StatusSnapshot Nothing { get; } = new() { Days = [], ByJoinType = [], Methods = [], GapReasons = [], Sources = [] };

    private static CoverageTotal Day(DateOnly date, int covered) => new()
    {
        Tenant = "contoso",
        SnapshotDate = date,
        Devices = 160,
        Enrolled = 90,
        InScope = 100,
        Covered = covered,
        Compliant = 75,
        Stale = 4,
    };
}
