using System.Text;

namespace Etl.Extract.Tests.ActiveDirectory;

/// <summary>Encodings, delimiters, quoting and what stands above the header.</summary>
public sealed class AdTextTests : IDisposable
{
    private readonly AdFolder _folder = new();

    static AdTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "PowerShell 5.1 -Encoding UTF8", new UTF8Encoding(true) },
        { "PowerShell 5.1 -Encoding Unicode, csvde -u", Encoding.Unicode },
        { "PowerShell -Encoding BigEndianUnicode", Encoding.BigEndianUnicode },
        { "PowerShell -Encoding UTF32", Encoding.UTF32 },
        { "PowerShell 7", new UTF8Encoding(false) },
        { "PowerShell 5.1 -Encoding Default, csvde", Encoding.GetEncoding(1252) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_the_encoding_it_was_written_in(string writer, Encoding encoding)
    {
        // The first 180,000 bytes are ASCII: the last line alone tells UTF-8 from a code page.
        var rows = AdFolder.Rows(4_000, row => $"PC-{row}");
        _folder.Write($"ObjectGUID,Name\n{rows}{AdFolder.Guid1},Bjørn-Åsgård-Müller\n", encoding: encoding);

        var reading = await _folder.ReadAsync();

        reading.Records[^1].Name.ShouldBe("Bjørn-Åsgård-Müller", writer);
        reading.Records.Count.ShouldBe(4_001);
    }

    [Fact]
    public async Task Plain_ascii_of_PowerShell_51_is_read_with_what_it_lost()
    {
        _folder.Write($"\"ObjectGUID\",\"Name\"\r\n\"{AdFolder.Guid1}\",\"Bjørn\"\r\n", encoding: Encoding.ASCII);

        (await _folder.ReadAsync()).Records[0].Name.ShouldBe("Bj?rn");
    }

    [Theory]
    [InlineData("850")]
    [InlineData("ibm850")]
    public async Task The_code_page_can_be_set(string name)
    {
        _folder.Write($"ObjectGUID,Name\r\n{AdFolder.Guid1},Müller\r\n", encoding: Encoding.GetEncoding(850));

        (await _folder.ReadAsync(_folder.Options with { Encoding = name })).Records[0].Name.ShouldBe("Müller");
    }

    [Fact]
    public async Task UTF_16_without_a_mark_is_read_where_it_is_set()
    {
        _folder.Write(new UnicodeEncoding(false, false).GetBytes($"ObjectGUID,Name\r\n{AdFolder.Guid1},Müller\r\n"));

        (await _folder.ReadAsync(_folder.Options with { Encoding = "utf-16" })).Records[0].Name.ShouldBe("Müller");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_character_across_two_blocks_of_bytes_is_one_character(int before)
    {
        // A block is 131,072 bytes; the emoji has four, and starts so many bytes before its end.
        var head = $"ObjectGUID,Name\n{AdFolder.Guid1},";
        _folder.Write(head + new string('x', 131_072 - head.Length - before) + "😀\n");

        (await _folder.ReadAsync()).Records[0].Name!.ShouldEndWith("x😀");
    }

    [Fact]
    public async Task Half_a_character_at_the_end_is_no_UTF_8()
    {
        _folder.Write([.. Encoding.ASCII.GetBytes($"ObjectGUID,Name\n{AdFolder.Guid1},Caf"), 0xC3]);

        (await _folder.ReadAsync()).Records[0].Name.ShouldBe("CafÃ");
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task The_delimiter_is_recognised_from_the_header(char delimiter)
    {
        _folder.Write(
            $"\"a,a;a\t,;;,\",ObjectGUID,Name,DN\n1,{AdFolder.Guid1},\"PC;1\",\"CN=x\"\n".Replace(',', delimiter)
                .Replace($"a{delimiter}a;a\t{delimiter};;{delimiter}", "a,a;a\t,;;,", StringComparison.Ordinal));

        var record = (await _folder.ReadAsync()).Records.ShouldHaveSingleItem();

        record.Name.ShouldBe("PC;1");
        record.DistinguishedName.ShouldBe("CN=x");
    }

    [Theory]
    [InlineData("|", '|')]
    [InlineData("tab", '\t')]
    [InlineData("\\t", '\t')]
    [InlineData(";", ';')]
    public async Task The_delimiter_can_be_set(string option, char delimiter)
    {
        _folder.Write($"ObjectGUID,Name\n{AdFolder.Guid1},PC-1\n".Replace(',', delimiter));

        (await _folder.ReadAsync(_folder.Options with { Delimiter = option })).Records[0].Name.ShouldBe("PC-1");
    }

    [Theory]
    [InlineData("#TYPE Microsoft.ActiveDirectory.Management.ADComputer\r\n")]
    [InlineData("#TYPE System.Management.Automation.PSCustomObject;;;;;\r\n")]
    [InlineData("\r\n#TYPE x\r\n\r\n")]
    public async Task Lines_above_the_header_are_skipped(string above)
    {
        _folder.Write(above + $"ObjectGUID,Name\r\n{AdFolder.Guid1},PC-1\r\n");

        (await _folder.ReadAsync()).Records.ShouldHaveSingleItem().Name.ShouldBe("PC-1");
    }

    [Theory]
    [InlineData("|", null)]
    [InlineData(";", null)]
    [InlineData("\t", null)]
    [InlineData(";", ";")]
    public async Task The_separator_hint_of_Excel_is_heeded(string hint, string? option)
    {
        _folder.Write($"sep={hint}\r\nObjectGUID{hint}Name\r\n{AdFolder.Guid1}{hint}PC-1, by the door\r\n");

        var reading = await _folder.ReadAsync(_folder.Options with { Delimiter = option });

        reading.Records.ShouldHaveSingleItem().Name.ShouldBe("PC-1, by the door");
    }

    [Fact]
    public async Task A_delimiter_that_is_set_wins_over_the_hint()
    {
        _folder.Write($"sep=;\r\nObjectGUID,Name\r\n{AdFolder.Guid1},PC-1\r\n");

        (await _folder.ReadAsync(_folder.Options with { Delimiter = "," })).Records.ShouldHaveSingleItem().Name.ShouldBe("PC-1");
    }

    [Fact]
    public async Task Quoted_fields_hold_delimiters_quotes_and_line_breaks()
    {
        _folder.Write($"Description,ObjectGUID,Name\r\n\"a \"\"big\"\" one,\r\nby the door\",\"{AdFolder.Guid1}\",\"PC \"\"1\"\"\"\r\n");

        var reading = await _folder.ReadAsync();

        reading.Rejected.ShouldBeEmpty();
        reading.Records.ShouldHaveSingleItem().Name.ShouldBe("PC \"1\"");
    }

    [Fact]
    public async Task A_short_row_is_used_with_nulls_and_a_spreadsheets_empty_fields_mean_nothing()
    {
        _folder.Write($"ObjectGUID,Name,SID\n{AdFolder.Guid1}\n\n{AdFolder.Guid2},PC-2,,,, \n");

        var reading = await _folder.ReadAsync();

        reading.Rejected.ShouldBeEmpty();
        reading.Records.Select(record => record.Name).ShouldBe([null, "PC-2"]);
    }
}
