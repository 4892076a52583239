using Etl.Extract.Archive;

namespace Etl.Extract.Tests.Archive;

public sealed class RunArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etl-archive-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_entry_appears_under_its_name_when_it_is_committed_and_not_before()
    {
        var path = Path.Combine(_folder.FullName, "run", "page.json.gz");

        await using (var entry = RunArchive.In(Path.Combine(_folder.FullName, "run")).Create("page.json.gz"))
        {
            await entry.Content.WriteAsync("abc"u8.ToArray(), Stop);
            await entry.Content.FlushAsync(Stop);
            File.Exists(path).ShouldBeFalse();

            await entry.CommitAsync(Stop);
        }

        (await File.ReadAllTextAsync(path, Stop)).ShouldBe("abc");
        _folder.GetFiles("*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_that_is_not_committed_leaves_nothing_behind()
    {
        await using (var entry = RunArchive.In(_folder.FullName).Create("page.json.gz"))
        {
            await entry.Content.WriteAsync("abc"u8.ToArray(), Stop);
        }

        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_of_an_earlier_attempt_is_replaced()
    {
        var archive = RunArchive.In(_folder.FullName);
        foreach (var text in new[] { "first, longer", "second" })
        {
            await using var entry = archive.Create("page");
            await entry.Content.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), Stop);
            await entry.CommitAsync(Stop);
        }

        (await File.ReadAllTextAsync(_folder.GetFiles().Single().FullName, Stop)).ShouldBe("second");
    }

    [Fact]
    public async Task A_disabled_archive_takes_everything_and_keeps_nothing()
    {
        await using var entry = RunArchive.Disabled.Create("page");

        await entry.Content.WriteAsync("abc"u8.ToArray(), Stop);
        await entry.CommitAsync(Stop);

        entry.Content.ShouldBeSameAs(Stream.Null);
    }
}
