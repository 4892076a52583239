using System.Net;

namespace Etl.Simulator.Graph;

/// <summary>An answer that is an OData error, in Graph's words.</summary>
internal sealed record GraphError(HttpStatusCode Status, string Code, string Message)
{
    public static GraphError Unauthorized(bool hasToken) => new(
        HttpStatusCode.Unauthorized, "InvalidAuthenticationToken",
        hasToken ? "IDX14100: JWT is not well formed, there are no dots (.)." : "Access token is empty.");

    public static GraphError Forbidden { get; } = new(
        HttpStatusCode.Forbidden, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    public static GraphError MethodNotAllowed { get; } = new(
        HttpStatusCode.MethodNotAllowed, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");

    public static GraphError BadSkipToken { get; } = new(
        HttpStatusCode.BadRequest, "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your request.");

    public static GraphError UnknownSegment(string path) => new(
        HttpStatusCode.BadRequest, "BadRequest", $"Resource not found for the segment '{path.Split('/')[^1]}'.");

    public static GraphError UnknownProperty(string name, string typeName) => new(
        HttpStatusCode.BadRequest, "BadRequest",
        $"Parsing OData Select and Expand failed: Could not find a property named '{name}' on type '{typeName}'.");

    public static GraphError BadTop(string top, int max) => new(
        HttpStatusCode.BadRequest, "Request_UnsupportedQuery",
        $"Invalid page size specified: '{top}'. Must be between 1 and {max} inclusive.");

    public static GraphError UnsupportedOption(string option) => new(
        HttpStatusCode.BadRequest, "Request_UnsupportedQuery", $"The simulated Graph has no query option '{option}'.");

    public static GraphError TooManyRequests { get; } = new(
        HttpStatusCode.TooManyRequests, "TooManyRequests", "Too many requests. Please retry after some time.");

    public static GraphError ServiceUnavailable { get; } = new(
        HttpStatusCode.ServiceUnavailable, "serviceNotAvailable", "The service is temporarily unavailable.");

    public static GraphError InternalServerError { get; } = new(
        HttpStatusCode.InternalServerError, "InternalServerError", "An internal server error has occurred");

    public static GraphError GatewayTimeout { get; } = new(
        HttpStatusCode.GatewayTimeout, "UnknownError", "The server acting as a proxy did not get an answer in time.");
}
