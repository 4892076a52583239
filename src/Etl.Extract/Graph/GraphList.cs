using Etl.Model.Sources;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace Etl.Extract.Graph;

/// <summary>What is particular to one list of Graph's.</summary>
internal sealed record GraphList
{
    public required SourceKind Source { get; init; }

    /// <summary>As it is written behind the version, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>Archive entries are named <c>entra-devices-00001.json.gz</c>.</summary>
    public required string ArchivePrefix { get; init; }

    /// <summary>The least application permission that may read it.</summary>
    public required string Permission { get; init; }

    public required int LargestPage { get; init; }

    public required IReadOnlyList<string> Properties { get; init; }

    /// <summary>Properties without which the list is of no use.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The request of the first page, with <c>$select</c> and <c>$top</c>.</summary>
    public required Func<GraphServiceClient, string[], int, RequestInformation> First { get; init; }

    /// <summary>The request of a page that a nextLink names.</summary>
    public required Func<GraphServiceClient, string, RequestInformation> Next { get; init; }
}
