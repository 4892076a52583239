using Etl.Model.Sources;

namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdRejectTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("PC-1")]
    [InlineData("System.Byte[]")]
    public async Task A_row_without_a_usable_objectGUID_is_kept_as_rejected(string guid)
    {
        _folder.Write($"#TYPE x\r\nName,objectguid\r\nPC-0,{AdFolder.Guid1}\r\nPC-1,{guid}\r\n");

        var reading = await _folder.ReadAsync();

        reading.Records.ShouldHaveSingleItem();
        reading.Rejected.ShouldHaveSingleItem().ShouldBe(new RejectedRow(
            SourceKind.ActiveDirectory, "ad.csv line 4", "objectguid", "Expected a GUID that is not zero.", $"PC-1,{guid}"));
        reading.Pages.ShouldHaveSingleItem().RowsRead.ShouldBe(2);
    }

    [Fact]
    public async Task Lines_are_counted_as_an_editor_counts_them()
    {
        _folder.Write($"Name,ObjectGUID\r\n\"two\r\nlines\",{AdFolder.Guid1}\r\n\r\nPC-2,none\r\n");

        (await _folder.ReadAsync()).Rejected.ShouldHaveSingleItem().Position.ShouldBe("ad.csv line 5");
    }

    [Fact]
    public async Task More_fields_than_the_header_are_no_record()
    {
        _folder.Write($"ObjectGUID,Name\n{AdFolder.Guid1},PC-1,Oslo\n{AdFolder.Guid2},PC-2\n");

        var reading = await _folder.ReadAsync();

        reading.Records.ShouldHaveSingleItem().Name.ShouldBe("PC-2");
        var rejected = reading.Rejected.ShouldHaveSingleItem();
        rejected.Field.ShouldBeNull();
        rejected.Reason.ShouldBe("The record has 3 fields; the header has 2.");
    }

    [Theory]
    [InlineData("\"PC\"-1", "The record has text after a closing quote.")]
    [InlineData("PC\"-1", "The record has a quote inside an unquoted field.")]
    [InlineData("\"PC-1", "The record has a quoted field that is not closed.")]
    public async Task A_record_with_broken_quoting_costs_only_itself(string name, string reason)
    {
        _folder.Write(
            $"ObjectGUID,Name\n{AdFolder.Guid1},\"PC-0\"\n{AdFolder.Guid1},{name}\n" +
            $"{AdFolder.Guid2},\"PC-2\"\n{AdFolder.Guid2},\"PC-3\"\n");

        var reading = await _folder.ReadAsync();

        reading.Records.Select(record => record.Name).ShouldBe(["PC-0", "PC-2", "PC-3"]);
        var rejected = reading.Rejected.ShouldHaveSingleItem();
        rejected.Position.ShouldBe("ad.csv line 3");
        rejected.Reason.ShouldBe(reason);
        rejected.Raw.ShouldBe($"{AdFolder.Guid1},{name}");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_swallow_a_large_file()
    {
        var rows = AdFolder.Rows(40_000, row => $"PC-{row}");
        _folder.Write($"ObjectGUID,Name\n{AdFolder.Guid1},\"PC-0\n{rows}");

        var reading = await _folder.ReadAsync();

        reading.Records.Count.ShouldBe(40_000);
        reading.Rejected.ShouldHaveSingleItem().Position.ShouldBe("ad.csv line 2");
    }

    [Fact]
    public async Task A_file_that_ends_inside_a_record_loses_that_record_only()
    {
        _folder.Write($"\"ObjectGUID\",\"Name\"\r\n\"{AdFolder.Guid1}\",\"PC-1\"\r\n\"{AdFolder.Guid2}\",\"PC-");

        var reading = await _folder.ReadAsync();

        reading.Records.ShouldHaveSingleItem();
        reading.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("The record has a quoted field that is not closed.");
    }
}
