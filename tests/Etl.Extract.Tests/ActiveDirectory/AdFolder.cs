using System.Text;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.ActiveDirectory;

/// <summary>A folder of export files on disk, removed at the end of the test.</summary>
public sealed class AdFolder : IDisposable
{
    public const string Guid1 = "a811a5be-cbb4-4f3c-9835-452e5cf30102";
    public const string Guid2 = "0d3ff1c8-6e5b-4f0e-9a52-6f1d2b3c4d5e";
    public static readonly DateTimeOffset AsOf = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public string Root { get; } = Directory.CreateTempSubdirectory("ad-").FullName;
    public string ArchiveRoot => Path.Combine(Root, "archive");
    public AdOptions Options => new() { Path = Path.Combine(Root, "*.csv") };

    public static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Etl.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "samples", "ad", name);
    }

    /// <summary>So many rows of <c>ObjectGUID,Name</c>, the name being a function of the row number.</summary>
    public static string Rows(int count, Func<int, string> value) =>
        string.Concat(Enumerable.Range(1, count).Select(row => $"{new Guid(row, 0, 0, new byte[8])},{value(row)}\n"));

    public string Write(string text, string name = "ad.csv", Encoding? encoding = null) =>
        Write((encoding ?? new UTF8Encoding(false)) is var used ? [.. used.GetPreamble(), .. used.GetBytes(text)] : [], name);

    public string Write(byte[] bytes, string name = "ad.csv")
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<AdReading> ReadAsync(AdOptions? options = null, IProgress<SourceProgress>? progress = null)
    {
        var source = new AdComputerSource(options ?? Options, RunArchive.In(ArchiveRoot), AsOf, progress);
        var pages = new List<SourcePage<AdComputer>>();
        await foreach (var page in source.ReadAsync(TestContext.Current.CancellationToken)) pages.Add(page);
        return new AdReading(pages, source.Report);
    }

    /// <summary>The one computer of a file with one header line and one row.</summary>
    public async Task<AdComputer> ReadOneAsync(string header, string row, AdOptions? options = null)
    {
        Write($"ObjectGUID,{header}\r\n{Guid1},{row}\r\n");
        return (await ReadAsync(options)).Records.ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

public sealed record AdReading(IReadOnlyList<SourcePage<AdComputer>> Pages, SourceReport Report)
{
    public IReadOnlyList<AdComputer> Records => [.. Pages.SelectMany(page => page.Records)];
    public IReadOnlyList<RejectedRow> Rejected => [.. Pages.SelectMany(page => page.Rejected)];
}
