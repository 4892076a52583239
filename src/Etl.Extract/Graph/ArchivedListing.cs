using System.Runtime.CompilerServices;
using Etl.Extract.Archive;
using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>A list of Graph's from the archive of a run: the way of <see cref="GraphListing{T}"/> without the network.</summary>
internal sealed class ArchivedListing<T>(
    ArchivedRun archive, GraphList list, SelectedProperties properties, IRecordParser<T> records, IProgress<SourceProgress>? progress)
    : ISource<T>
    where T : class
{
    public SourceReport Report { get; } = new(list.Source) { ControlCount = archive.SourceOf(list.Source)?.ControlCount };

    public async IAsyncEnumerable<SourcePage<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var body = new PageBody();
        var parser = new PageParser<T>(list.Source, properties, records, mask: text => text);
        var rows = 0L;
        foreach (var path in archive.Pages(list.ArchivePrefix))
        {
            var number = ++Report.Pages;
            var page = await ReadAsync(path, body, parser, number, cancellationToken);
            Report.Bytes += body.WireLength;
            foreach (var (property, count) in records.Fields.Unreadable) Report.CountUnreadable(property, count);
            var read = new SourcePage<T>(number, page.Records, page.Rejected);
            rows += read.RowsRead;
            progress?.Report(new SourceProgress(list.Source, number, rows, Report.ControlCount));
            yield return read;
        }
    }

    private static async Task<GraphPage<T>> ReadAsync(
        string path, PageBody body, PageParser<T> parser, int number, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await body.ReadAsync(file, cancellationToken);
            return parser.Parse(body.Json, number);
        }
        catch (Exception e) when (e is GraphFault or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw ArchivedRun.Damaged(path, e.Message.TrimEnd('.'), e);
        }
    }
}
