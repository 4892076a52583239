using Etl.Extract.Archive;
using Etl.Model.Sources;
using Microsoft.Kiota.Abstractions;
using Polly;

namespace Etl.Extract.Graph;

/// <summary>Brings whole pages, however often it has to ask. One page at a time: its buffers serve all pages of a list.</summary>
internal sealed class PageReader<T>(
    GraphConnection connection, SourceReport report, SelectedProperties properties, IRecordParser<T> records) : IDisposable
    where T : class
{
    private readonly PageBody _body = new();
    private readonly PageParser<T> _parser = new(report.Source, properties, records, connection.Mask);
    private readonly ResiliencePipeline _retry = GraphRetry.Create(connection, report);

    /// <summary>How often the page of the last call was asked for.</summary>
    public int Attempts { get; private set; }

    /// <exception cref="GraphFault">The page stayed bad.</exception>
    public async Task<GraphPage<T>> ReadAsync(Func<RequestInformation> request, int number, CancellationToken cancellationToken)
    {
        Attempts = 0;
        return await _retry.ExecuteAsync(async token =>
        {
            Attempts++;
            report.Requests++;
            await connection.FetchAsync(request(), _body, token);
            return _parser.Parse(_body.Json, number);
        }, cancellationToken);
    }

    /// <summary>Keeps the page just read, then counts it as read.</summary>
    public async Task ArchiveAsync(RunArchive archive, string name, CancellationToken cancellationToken)
    {
        await using (var entry = archive.Create(name))
        {
            await _body.WriteGzipAsync(entry.Content, cancellationToken);
            await entry.CommitAsync(cancellationToken);
        }

        report.Pages++;
        report.Bytes += _body.WireLength;
        foreach (var (property, count) in records.Fields.Unreadable) report.CountUnreadable(property, count);
    }

    public void Dispose() => _body.Dispose();
}
