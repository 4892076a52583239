using System.Net;

namespace Etl.Extract.Graph;

/// <summary>
/// One request that brought nothing usable. <see cref="GraphListing{T}"/> turns it into the <c>EtlException</c> that names source and
/// page. The message is a clause without a full stop and holds no secret.
/// </summary>
internal sealed class GraphFault(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Asking again can help.</summary>
    public bool IsTransient { get; init; }

    /// <summary>No connection came about at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The service itself asked for a pause.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>The pause it asked for, where it said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public HttpStatusCode? Status { get; init; }

    /// <summary>What the service wrote about it, in full.</summary>
    public string ServiceText { get; init; } = "";

    /// <summary>What the operator does next, as a sentence.</summary>
    public string? Advice { get; init; }
}
