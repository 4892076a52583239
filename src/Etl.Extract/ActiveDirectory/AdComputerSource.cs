using System.Globalization;
using System.Runtime.CompilerServices;
using Etl.Extract.Archive;
using Etl.Model.Sources;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// On-premises AD computers from CSV exports. Each file is archived whole before its first page is handed on.
/// </summary>
/// <param name="asOf">The snapshot instant, from which <see cref="SourceReport.FileAge"/> counts back.</param>
public sealed class AdComputerSource(AdOptions options, RunArchive archive, DateTimeOffset asOf, IProgress<SourceProgress>? progress = null)
    : ISource<AdComputer>
{
    private const int PageRows = 5_000;

    private readonly AdSettings _settings = new(options);
    private readonly List<AdFileLayout> _layouts = [];

    /// <summary>How the files that have been begun are written.</summary>
    public IReadOnlyList<AdFileLayout> Layouts => _layouts;

    public SourceReport Report { get; } = new(SourceKind.ActiveDirectory);

    public async IAsyncEnumerable<SourcePage<AdComputer>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = AdFilePattern.Find(options.Path);
        Report.FileAge = AgeOfOldest(files);
        var rows = 0L;
        foreach (var (index, info) in files.Index())
        {
            var file = new AdFile(info);
            Report.Requests++;
            Report.Bytes += file.Length;
            await using var entry = archive.Create(EntryName(index + 1, info.Name));
            var encoding = await file.ArchiveAsync(entry, _settings.Encoding, cancellationToken);
            // Parsing is work without a wait in it: on a thread of the pool it leaves the caller free to read the other sources.
            using var reader = await Task.Run(() => new AdRowReader(file, encoding, _settings, Report), cancellationToken);
            _layouts.Add(reader.Layout);
            while (await Task.Run(() => reader.ReadPage(Report.Pages + 1, PageRows), cancellationToken) is { RowsRead: > 0 } page)
            {
                file.ThrowIfChanged();
                Report.Pages++;
                rows += page.RowsRead;
                progress?.Report(new SourceProgress(SourceKind.ActiveDirectory, Report.Pages, rows, null));
                yield return page;
            }

            file.ThrowIfChanged();
        }
    }

    private static string EntryName(int number, string fileName) =>
        string.Create(CultureInfo.InvariantCulture, $"ad-{number:00}-{Path.GetFileNameWithoutExtension(fileName)}.csv.gz");

    private TimeSpan AgeOfOldest(IReadOnlyList<FileInfo> files)
    {
        var age = asOf - files.Min(file => new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        return age < TimeSpan.Zero ? TimeSpan.Zero : age;
    }
}
