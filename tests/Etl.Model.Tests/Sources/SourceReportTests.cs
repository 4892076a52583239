using Etl.Model.Sources;

namespace Etl.Model.Tests.Sources;

public sealed class SourceReportTests
{
    [Fact]
    public void Unreadable_values_are_counted_by_field_as_it_is_spelled()
    {
        var report = new SourceReport(SourceKind.ActiveDirectory);

        report.CountUnreadable("whenCreated");
        report.CountUnreadable("whenCreated", 2);
        report.CountUnreadable("WhenCreated");

        report.Unreadable.ShouldBe(new Dictionary<string, long> { ["whenCreated"] = 3, ["WhenCreated"] = 1 }, ignoreOrder: true);
    }
}
