using System.IO.Compression;
using System.Text;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.Archive;

public sealed class ArchivedRunTests : IDisposable
{
    private const string Page = "entra-devices-00002.json.gz";

    private static readonly DateTimeOffset AsOf = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etl-archive-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_kept_is_read_again_page_by_page()
    {
        await KeepAsync();

        using var run = ArchivedRun.Open(_folder.FullName)!;
        await run.VerifyAsync(Stop);

        (await ReadAsync(run.EntraDevices(progress: null))).Select(page => (page.Records.Single().Id, page.Rejected.Count)).ShouldBe([("e1", 0), ("e2", 1)]);
        (await ReadAsync(run.ManagedDevices(withPrimaryUser: true, progress: null))).Single().Records.Single().UserPrincipalName.ShouldBe("a@contoso.example");
        (await ReadAsync(run.ManagedDevices(withPrimaryUser: false, progress: null))).Single().Records.Single().UserPrincipalName.ShouldBeNull();
        run.ManagedDevices(withPrimaryUser: true, progress: null).Report.ControlCount.ShouldBe(7);
    }

    [Fact]
    public async Task Ad_exports_are_read_again_with_their_age()
    {
        await KeepAsync();

        using var run = ArchivedRun.Open(_folder.FullName)!;
        var source = run.AdComputers(new AdOptions { Path = "elsewhere.csv" }, progress: null);

        (await ReadAsync(source)).Single().Records.Single().Name.ShouldBe("PC-1");
        source.Report.FileAge.ShouldBe(TimeSpan.FromHours(5));
    }

    [Theory]
    [InlineData("a byte changed")]
    [InlineData("cut off")]
    [InlineData("gone")]
    public async Task Damage_is_found_and_the_file_is_named(string damage)
    {
        await KeepAsync();
        var path = Path.Combine(_folder.FullName, Page);
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        if (damage == "a byte changed") bytes[^9] ^= 1;
        if (damage == "cut off") bytes = bytes[..^1];
        if (damage == "gone") File.Delete(path);
        else await File.WriteAllBytesAsync(path, bytes, Stop);

        using var run = ArchivedRun.Open(_folder.FullName)!;
        var error = await Should.ThrowAsync<EtlException>(() => run.VerifyAsync(Stop));

        error.Message.ShouldContain(path);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_archive() => ArchivedRun.Open(_folder.FullName).ShouldBeNull();

    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_named()
    {
        await KeepAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ArchiveManifest.FileName), "{ \"format\": 1, ", Stop);

        Should.Throw<EtlException>(() => ArchivedRun.Open(_folder.FullName)).Message.ShouldContain(ArchiveManifest.FileName);
    }

    private async Task KeepAsync()
    {
        var archive = RunArchive.In(_folder.FullName);
        await KeepAsync(archive, "entra-devices-00001.json.gz", Body("""{ "id": "e1", "deviceId": "00000000-0000-4000-8000-000000000001" }"""));
        await KeepAsync(archive, Page, Body("""{ "id": "e2", "deviceId": "00000000-0000-4000-8000-000000000002" }, { "id": "e3" }"""));
        await KeepAsync(archive, "intune-managed-devices-00001.json.gz", Body("""{ "id": "m1", "userPrincipalName": "a@contoso.example" }"""));
        await KeepAsync(archive, "ad-01-export.csv.gz", "ObjectGUID,Name\n00000000-0000-4000-8000-000000000001,PC-1\n");
        await archive.WriteManifestAsync(new ArchiveManifest
        {
            RunId = Guid.Empty,
            Tenant = "contoso",
            AsOf = AsOf,
            SnapshotDate = new DateOnly(2026, 11, 24),
            Started = AsOf,
            State = RunState.Published,
            RulesVersion = "1",
            Sources =
            [
                new ArchivedSource { Source = SourceKind.Intune, RowsRead = 1, RowsRejected = 0, ControlCount = 7 },
                new ArchivedSource { Source = SourceKind.ActiveDirectory, RowsRead = 1, RowsRejected = 0, FileAge = TimeSpan.FromHours(5) },
            ],
            Files = archive.Files,
        }, Stop);
    }

    private static async Task KeepAsync(RunArchive archive, string name, string content)
    {
        await using var entry = archive.Create(name);
        await using (var gzip = new GZipStream(entry.Content, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(content), Stop);
        await entry.CommitAsync(Stop);
    }

    private static async Task<List<SourcePage<T>>> ReadAsync<T>(ISource<T> source)
    {
        var pages = new List<SourcePage<T>>();
        await foreach (var page in source.ReadAsync(Stop)) pages.Add(page);
        return pages;
    }

    private static string Body(string items) => $$"""{ "value": [ {{items}} ] }""";
}
