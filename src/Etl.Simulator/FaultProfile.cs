namespace Etl.Simulator;

/// <summary>
/// What goes wrong when lists are read. A fault hits a page a limited number of times, always the same pages: a client that asks
/// again wins, one that does not notice loses records.
/// </summary>
public enum FaultProfile
{
    None,

    /// <summary>429: with Retry-After in seconds, as a date, and without.</summary>
    Throttled,

    /// <summary>503, 500, 502, 504; some with Retry-After, some with a body that is not JSON.</summary>
    Unavailable,

    /// <summary>The connection breaks, before the answer or in the midst of it.</summary>
    Reset,

    /// <summary>A body that ends too early, whatever Content-Length and gzip said.</summary>
    Truncated,

    /// <summary>200 with a body that is no JSON.</summary>
    InvalidJson,

    /// <summary>All of the above in turn, duplicates and empty pages too.</summary>
    Mixed,

    /// <summary>Pages begin with the last items of the page before.</summary>
    Duplicates,

    /// <summary>Pages without items that have a next page.</summary>
    EmptyPages,

    /// <summary>The list ends after two thirds of its items, without an error. No retry helps: this is for the quality gate.</summary>
    SilentEnd,
}
