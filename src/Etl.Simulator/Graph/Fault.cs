namespace Etl.Simulator.Graph;

/// <summary>One way in which an answer goes wrong.</summary>
internal enum Fault
{
    None,
    TooManyRequests,
    TooManyRequestsUntil,
    TooManyRequestsForAWhile,
    ServiceUnavailable,
    ServiceUnavailableForAWhile,
    InternalServerError,
    BadGateway,
    GatewayTimeout,
    ResetBeforeAnswer,
    ResetWithinBody,

    /// <summary>Fewer bytes than Content-Length promised.</summary>
    ShorterThanPromised,

    /// <summary>The encoded body is cut, and Content-Length agrees.</summary>
    CutBytes,

    /// <summary>The JSON is cut, and then encoded as if it were whole.</summary>
    CutJson,
    HtmlPage,
    BrokenJson,
    EmptyBody,
}
