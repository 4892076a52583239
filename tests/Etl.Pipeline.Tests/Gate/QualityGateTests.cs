using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Gate;

namespace Etl.Pipeline.Tests.Gate;

public sealed class QualityGateTests
{
    private static readonly QualityOptions Limits = new();

    [Theory]
    [InlineData(1000, 800, true)]
    [InlineData(1000, 799, false)]
    [InlineData(999, 800, true)] // 799.2 is the least: 800 passes
    [InlineData(999, 799, false)]
    [InlineData(10, 10, true)]
    [InlineData(10, 500, true)]
    public void Holds_an_extract_that_shrank_beyond_the_limit(long before, long now, bool passes)
    {
        var results = QualityGate.Check([Source(used: now)], [Source(used: before)], null, null, Limits);

        Single(results, "Shrink").Passed.ShouldBe(passes);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void A_shrink_of_just_the_limit_passes(long now, bool passes) // 10 * (1 - 70 / 100.0) is more than 3
    {
        var results = QualityGate.Check([Source(used: now)], [Source(used: 10)], null, null, new QualityOptions { MaxShrinkPercent = 70 });

        Single(results, "Shrink").Passed.ShouldBe(passes);
    }

    [Fact]
    public void Does_not_hold_the_first_run_for_shrink()
    {
        var results = QualityGate.Check([Source(used: 1)], [], null, null, Limits);

        results.ShouldNotContain(result => result.Code == "Shrink");
        results.ShouldAllBe(result => result.Passed);
    }

    [Fact]
    public void Compares_each_source_with_itself()
    {
        var results = QualityGate.Check(
            [Source(used: 100), Source(SourceKind.Intune, used: 10)],
            [Source(used: 100), Source(SourceKind.Intune, used: 100)], null, null, Limits);

        results.Where(result => !result.Passed).Select(result => (result.Code, result.Subject)).ShouldBe([("Shrink", "Intune")]);
    }

    [Fact]
    public void Counts_superseded_records_as_read_but_not_duplicates()
    {
        var results = QualityGate.Check(
            [Source(SourceKind.Intune, used: 70, superseded: 15, duplicate: 100)],
            [Source(SourceKind.Intune, used: 100)], null, null, Limits);

        Single(results, "Shrink").Passed.ShouldBeTrue();
    }

    [Fact]
    public void Always_holds_an_empty_source()
    {
        var results = QualityGate.Check([Source(used: 0)], [], null, null, Limits);

        Single(results, QualityGate.EmptySource).Passed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(99, 1, true)]
    [InlineData(98, 2, false)]
    public void Holds_a_source_with_too_many_unusable_records(long used, long rejected, bool passes)
    {
        var results = QualityGate.Check([Source(used: used, rejected: rejected)], [], null, null, Limits);

        Single(results, "RejectedShare").Passed.ShouldBe(passes);
    }

    [Theory]
    [InlineData(98, 0, 100, true)]
    [InlineData(97, 0, 100, false)]
    [InlineData(97, 3, 100, false)] // the same record twice is not another one
    [InlineData(120, 0, 100, true)] // the count leaves out what is listed but not enrolled
    public void Holds_a_list_shorter_than_the_source_itself_counts(long used, long duplicate, long control, bool passes)
    {
        var source = Source(SourceKind.Intune, used, duplicate: duplicate) with { ControlCount = control };

        var results = QualityGate.Check([source], [], null, null, Limits);

        Single(results, "CountGap").Passed.ShouldBe(passes);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void Holds_a_run_on_an_old_file(int hours, bool passes)
    {
        var results = QualityGate.Check([Source(SourceKind.ActiveDirectory, 1)], [], TimeSpan.FromHours(hours), 24, Limits);

        Single(results, "FileAge").Passed.ShouldBe(passes);
    }

    [Fact]
    public void Says_what_was_expected_and_what_was_found()
    {
        var results = QualityGate.Check([Source(used: 500)], [Source(used: 1000)], null, null, Limits);

        var shrink = Single(results, "Shrink");
        shrink.Expected.ShouldBe("at least 800 records (20 % under the 1000 of the last published run)");
        shrink.Found.ShouldBe("500");
    }

    private static QualityResult Single(IReadOnlyList<QualityResult> results, string code) => results.Single(result => result.Code == code);

    private static RunSource Source(
        SourceKind kind = SourceKind.Entra, long used = 0, long superseded = 0, long duplicate = 0, long rejected = 0) => new()
        {
            Source = kind,
            RowsRead = used + superseded + duplicate + rejected,
            RowsUsed = used,
            RowsSuperseded = superseded,
            RowsDuplicate = duplicate,
            RowsRejected = rejected,
        };
}
