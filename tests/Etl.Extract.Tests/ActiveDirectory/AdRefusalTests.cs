using System.Text;
using Etl.Extract.ActiveDirectory;
using Etl.Model.Errors;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.ActiveDirectory;

/// <summary>Files that cannot be used end in a sentence that names the file and says what to do.</summary>
public sealed class AdRefusalTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pattern_without_a_file()
    {
        var message = await RefusalAsync(_folder.Options with { Path = Path.Combine(_folder.Root, "none*.csv") });

        message.ShouldStartWith("No file matches ActiveDirectory:Path \"" + _folder.Root);
        message.ShouldContain("none*.csv");
    }

    [Fact]
    public async Task A_folder() =>
        (await RefusalAsync(_folder.Options with { Path = _folder.Root })).ShouldContain("is a folder. Name the files in it");

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \r\n")]
    [InlineData("#TYPE Microsoft.ActiveDirectory.Management.ADComputer\r\n")]
    public async Task An_empty_file(string text)
    {
        _folder.Write(text.Replace(" ", "", StringComparison.Ordinal), encoding: new UTF8Encoding(true));

        (await RefusalAsync()).ShouldContain("ad.csv is empty.");
    }

    [Fact]
    public async Task A_file_without_a_header()
    {
        _folder.Write($"PC-1,{AdFolder.Guid1},True\n");

        var message = await RefusalAsync();

        message.ShouldContain("ad.csv has no header");
        message.ShouldContain("in line 1, read with the delimiter \",\"");
        message.ShouldContain(AdExportCommand.PowerShell);
    }

    [Fact]
    public async Task A_file_without_ObjectGUID()
    {
        _folder.Write("Name,Enabled\nPC-1,True\n");

        var message = await RefusalAsync();

        message.ShouldContain("ad.csv has no column ObjectGUID");
        message.ShouldContain(AdExportCommand.PowerShell);
    }

    [Fact]
    public async Task Two_columns_of_one_name()
    {
        _folder.Write($"ObjectGUID,Name,NAME\n{AdFolder.Guid1},a,b\n");

        (await RefusalAsync()).ShouldContain("ad.csv has two columns named \"Name\"");
    }

    [Fact]
    public async Task A_binary_file()
    {
        _folder.Write([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00]);

        (await RefusalAsync()).ShouldContain("ad.csv is not text: it holds NUL bytes.");
    }

    [Fact]
    public async Task A_line_without_an_end()
    {
        _folder.Write("ObjectGUID,Name\n" + new string('x', 5_000_000));

        (await RefusalAsync()).ShouldContain("ad.csv has a line of more than 1 MiB");
    }

    [Fact]
    public async Task A_file_that_another_program_has_open()
    {
        var path = _folder.Write($"ObjectGUID\n{AdFolder.Guid1}\n");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        (await RefusalAsync()).ShouldContain("ad.csv cannot be read");
    }

    [Fact]
    public async Task A_refused_file_is_in_the_archive_all_the_same()
    {
        _folder.Write("Name\nPC-1\n");

        await RefusalAsync();

        Directory.GetFiles(_folder.ArchiveRoot).ShouldHaveSingleItem().ShouldEndWith("ad-01-ad.csv.gz");
    }

    [Fact]
    public async Task A_header_alone_is_a_source_without_rows()
    {
        _folder.Write("ObjectGUID,Name\r\n");

        var reading = await _folder.ReadAsync();

        reading.Pages.ShouldBeEmpty();
        reading.Report.Requests.ShouldBe(1);
    }

    private async Task<string> RefusalAsync(AdOptions? options = null)
    {
        var fault = await Should.ThrowAsync<EtlException>(() => _folder.ReadAsync(options));
        fault.Stage.ShouldBe(Stage.Extract);
        fault.SourceKind.ShouldBe(SourceKind.ActiveDirectory);
        fault.IsTransient.ShouldBeFalse();
        return fault.Message;
    }
}
