using Etl.Model.Sources;

namespace Etl.Model.Tests.Sources;

public sealed class RejectedRowTests
{
    [Fact]
    public void The_raw_record_is_cut_to_what_the_store_takes()
    {
        var row = new RejectedRow(SourceKind.ActiveDirectory, "ad.csv line 2", null, "Broken.", new string('x', 5_000));

        row.Raw!.Length.ShouldBe(RejectedRow.MaxRawLength);
    }
}
