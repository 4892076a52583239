using System.IO.Compression;
using System.Text;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Model.Errors;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdComputerSourceTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_an_export_of_Windows_PowerShell()
    {
        var options = new AdOptions { Path = AdFolder.Sample("get-adcomputer.csv") };

        var reading = await _folder.ReadAsync(options);

        reading.Rejected.ShouldBeEmpty();
        reading.Records.ShouldHaveSingleItem().ShouldBe(new AdComputer
        {
            ObjectGuid = Guid.Parse("a811a5be-cbb4-4f3c-9835-452e5cf30102"),
            Sid = "S-1-5-21-41432690-3719764436-1984117282-11302",
            Name = "LT-04412",
            DistinguishedName = "CN=LT-04412,OU=Laptops,DC=corp,DC=contoso,DC=com",
            Enabled = true,
            OperatingSystem = "Windows 11 Enterprise",
            OperatingSystemVersion = "10.0 (22631)",
            OperatingSystemWasRead = true,
            LastLogon = new DateTimeOffset(2026, 11, 16, 8, 12, 44, TimeSpan.Zero),
            WhenCreated = new DateTimeOffset(2024, 8, 3, 19, 5, 10, TimeSpan.Zero),
            HasUserCertificate = true,
        });
    }

    [Fact]
    public async Task Reads_an_export_of_csvde()
    {
        var reading = await _folder.ReadAsync(new AdOptions { Path = AdFolder.Sample("csvde.csv") });

        reading.Report.Unreadable.ShouldBeEmpty();
        reading.Records.ShouldBe(
        [
            new AdComputer
            {
                ObjectGuid = Guid.Parse(AdFolder.Guid1),
                Sid = "S-1-5-21-41432690-3719764436-1984117282-11302",
                Name = "LT-04412",
                DnsHostName = "lt-04412.corp.contoso.example",
                DistinguishedName = "CN=LT-04412,OU=Laptops,DC=corp,DC=contoso,DC=example",
                Enabled = true,
                UserAccountControl = 4096,
                OperatingSystem = "Windows 11 Enterprise",
                OperatingSystemVersion = "10.0 (22631)",
                OperatingSystemWasRead = true,
                LastLogon = new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero),
                PasswordLastSet = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
                WhenCreated = new DateTimeOffset(2024, 8, 3, 19, 5, 10, TimeSpan.Zero),
            },
            new AdComputer
            {
                ObjectGuid = Guid.Parse(AdFolder.Guid2),
                Sid = "S-1-5-21-41432690-3719764436-1984117282-11303",
                Name = "PC-00007",
                DistinguishedName = "CN=PC-00007,OU=Desktops,DC=corp,DC=contoso,DC=example",
                Enabled = false,
                UserAccountControl = 4098,
                OperatingSystem = "Windows 10 Enterprise",
                OperatingSystemVersion = "10.0 (19045)",
                OperatingSystemWasRead = true,
                WhenCreated = new DateTimeOffset(2019, 1, 15, 8, 30, 0, TimeSpan.Zero),
            },
        ]);
    }

    [Fact]
    public async Task Reads_several_files_in_ordinal_order_and_archives_each_as_it_is()
    {
        _folder.Write($"ObjectGUID,Name\n{AdFolder.Guid2},B\n", "ad-b.csv");
        var first = _folder.Write($"Name;ObjectGUID\nÄ;{AdFolder.Guid1}\n", "ad-B.csv", Encoding.Unicode);

        var reading = await _folder.ReadAsync();

        reading.Records.Select(record => record.Name).ShouldBe(["Ä", "B"]);
        reading.Pages.Select(page => page.Number).ShouldBe([1, 2]);
        reading.Report.Requests.ShouldBe(2);
        reading.Report.Pages.ShouldBe(2);
        reading.Report.Bytes.ShouldBe(Directory.GetFiles(_folder.Root).Sum(path => new FileInfo(path).Length));
        Directory.GetFiles(_folder.ArchiveRoot).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["ad-01-ad-B.csv.gz", "ad-02-ad-b.csv.gz"]);
        Unzip("ad-01-ad-B.csv.gz").ShouldBe(File.ReadAllBytes(first));
    }

    [Fact]
    public async Task Hands_on_pages_of_bounded_size_after_the_file_is_in_the_archive()
    {
        const int Rows = 12_001;
        _folder.Write("ObjectGUID,Name\n" + AdFolder.Rows(Rows, row => $"PC-{row}"));
        var progress = new ProgressLog();
        var source = new AdComputerSource(_folder.Options, RunArchive.In(_folder.ArchiveRoot), AdFolder.AsOf, progress);

        var rowsRead = new List<int>();
        await foreach (var page in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            File.Exists(Path.Combine(_folder.ArchiveRoot, "ad-01-ad.csv.gz")).ShouldBeTrue();
            rowsRead.Add(page.RowsRead);
        }

        rowsRead.ShouldBe([5_000, 5_000, 2_001]);
        progress.Reports.Select(report => report.Rows).ShouldBe([5_000, 10_000, Rows]);
    }

    [Fact]
    public async Task Keeps_nothing_where_the_archive_is_disabled()
    {
        _folder.Write($"ObjectGUID\n{AdFolder.Guid1}\n");
        var source = new AdComputerSource(_folder.Options, RunArchive.Disabled, AdFolder.AsOf, null);

        var pages = await source.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        pages.ShouldHaveSingleItem().RowsRead.ShouldBe(1);
        Directory.GetFileSystemEntries(_folder.Root).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_age_is_that_of_the_oldest_file()
    {
        File.SetLastWriteTimeUtc(_folder.Write($"ObjectGUID\n{AdFolder.Guid1}\n", "a.csv"), AdFolder.AsOf.UtcDateTime.AddHours(-1));
        File.SetLastWriteTimeUtc(_folder.Write($"ObjectGUID\n{AdFolder.Guid2}\n", "b.csv"), AdFolder.AsOf.UtcDateTime.AddHours(-30));

        (await _folder.ReadAsync()).Report.FileAge.ShouldBe(TimeSpan.FromHours(30));
    }

    [Fact]
    public async Task A_file_newer_than_the_snapshot_has_no_age()
    {
        File.SetLastWriteTimeUtc(_folder.Write($"ObjectGUID\n{AdFolder.Guid1}\n"), AdFolder.AsOf.UtcDateTime.AddHours(5));

        (await _folder.ReadAsync()).Report.FileAge.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_refused()
    {
        var path = _folder.Write("ObjectGUID,Name\n" + AdFolder.Rows(6_000, _ => "PC"));
        var source = new AdComputerSource(_folder.Options, RunArchive.In(_folder.ArchiveRoot), AdFolder.AsOf, null);
        await using var pages = source.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(CancellationToken.None);
        (await pages.MoveNextAsync()).ShouldBeTrue();

        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var fault = await Should.ThrowAsync<EtlException>(async () => await pages.MoveNextAsync());
        fault.Message.ShouldContain("ad.csv was changed while it was read");
    }

    private byte[] Unzip(string name)
    {
        using var zip = new GZipStream(File.OpenRead(Path.Combine(_folder.ArchiveRoot, name)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class ProgressLog : IProgress<SourceProgress>
    {
        public List<SourceProgress> Reports { get; } = [];
        public void Report(SourceProgress value) => Reports.Add(value);
    }
}
