using System.Net;
using System.Runtime.CompilerServices;
using Etl.Extract.Archive;
using Etl.Model.Errors;
using Etl.Model.Sources;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Etl.Extract.Graph;

/// <summary>Reads one list of Graph's from its first page to the one without a nextLink.</summary>
internal sealed class GraphListing<T>(
    GraphConnection connection, GraphList list, RunArchive archive, SourceReport report, IProgress<SourceProgress>? progress)
    where T : class
{
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<SourcePage<T>> ReadAsync(
        SelectedProperties properties, IRecordParser<T> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new PageReader<T>(connection, report, properties, records);
        string? link = null;
        var rows = 0L;
        for (var number = 1; number == 1 || link is not null; number++)
        {
            var page = link is null
                ? await ReadFirstAsync(reader, cancellationToken)
                : await ReadNextAsync(reader, link, number, cancellationToken);
            await ArchiveAsync(reader, number, cancellationToken);
            link = Follow(page.NextLink, number);
            var read = new SourcePage<T>(number, page.Records, page.Rejected);
            rows += read.RowsRead;
            progress?.Report(new SourceProgress(report.Source, number, rows, report.ControlCount));
            yield return read;
        }
    }

    private async Task<GraphPage<T>> ReadFirstAsync(PageReader<T> reader, CancellationToken cancellationToken)
    {
        var request = new FirstRequest(list, connection.Options.PageSize, report.Warnings);
        while (true)
        {
            try
            {
                return await reader.ReadAsync(() => list.First(connection.Client, request.Select, request.Top), 1, cancellationToken);
            }
            catch (GraphFault fault)
            {
                if (!request.TryAdapt(fault)) throw Failure(fault, 1, reader.Attempts);
            }
        }
    }

    private async Task<GraphPage<T>> ReadNextAsync(PageReader<T> reader, string link, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(() => Untouched(list.Next(connection.Client, link)), number, cancellationToken);
        }
        catch (GraphFault fault)
        {
            throw Failure(fault, number, reader.Attempts);
        }
    }

    /// <summary>A nextLink is opaque: the handler that decodes parameter names (which <c>$select</c> needs) must leave it alone.</summary>
    private static RequestInformation Untouched(RequestInformation request)
    {
        request.AddRequestOptions([new ParametersNameDecodingOption { Enabled = false }]);
        return request;
    }

    private async Task ArchiveAsync(PageReader<T> reader, int number, CancellationToken cancellationToken)
    {
        var name = $"{list.ArchivePrefix}-{number:00000}.json.gz";
        try
        {
            await reader.ArchiveAsync(archive, name, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EtlException(Stage.Extract,
                $"{report.Source}: page {number} cannot be kept in the archive as {name} ({e.Message.TrimEnd('.')}). " +
                "Free space there, or set Archive:Path to a folder that can be written.", e)
            { SourceKind = report.Source };
        }
    }

    /// <summary>Where to read on. The token goes there, so the host must be the configured one.</summary>
    private string? Follow(string? link, int number)
    {
        if (link is null) return null;
        var url = new Uri(link);
        if (!connection.IsOwnHost(url))
        {
            throw new EtlException(Stage.Extract,
                $"{report.Source}: the nextLink of page {number} leads to {url.GetLeftPart(UriPartial.Authority)}, not to " +
                $"{connection.BaseUrl.GetLeftPart(UriPartial.Authority)}; it is not followed as the token would go there. " +
                "Set Graph:BaseUrl to the address under which Graph itself answers.")
            { SourceKind = report.Source };
        }

        if (_followed.Add(link)) return link;
        throw new EtlException(Stage.Extract,
            $"{report.Source}: page {number} of {list.Path} has the nextLink of an earlier page, so the list would never end. " +
            "Run again; if it stays so, set another Graph:PageSize.")
        { SourceKind = report.Source, IsTransient = true };
    }

    private EtlException Failure(GraphFault fault, int number, int attempts)
    {
        var advice = fault.Status == HttpStatusCode.Forbidden
            ? $"Give the app registration the application permission {list.Permission} and grant admin consent."
            : fault.Advice ?? (fault.IsTransient
                ? "Nothing was published. Run again later; if the same page stays bad, set a smaller Graph:PageSize."
                : "Nothing was published.");
        var tries = attempts == 1 ? "" : $" in {attempts} attempts";
        return new EtlException(Stage.Extract,
            $"{report.Source}: page {number} of {connection.BaseUrl.AbsoluteUri}/{list.Path} could not be read{tries}: {fault.Message}. " +
            advice, fault)
        { SourceKind = report.Source, IsTransient = fault.IsTransient };
    }
}
