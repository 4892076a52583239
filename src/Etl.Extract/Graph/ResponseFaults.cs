using System.Net;

namespace Etl.Extract.Graph;

/// <summary>What it means when Graph answered with something else than 200.</summary>
internal static class ResponseFaults
{
    /// <summary>Longer pauses than this are asked for again, so that a mistaken header cannot stop a run for a day.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public static GraphFault Of(HttpResponseMessage response, PageBody body, GraphTokens tokens, TimeProvider clock)
    {
        var status = response.StatusCode;
        var text = tokens.Mask(ServiceError.Read(body.Json));
        var retryAfter = RetryAfter(response, clock);
        return new GraphFault(Sentence(response, text))
        {
            Status = status,
            ServiceText = text,
            IsTransient = IsTransient(status),
            IsThrottled = status == HttpStatusCode.TooManyRequests || (IsTransient(status) && retryAfter is not null),
            RetryAfter = retryAfter,
            Advice = Advice(status),
        };
    }

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or 500 or 502 or 503 or 504 or 509;

    private static string Sentence(HttpResponseMessage response, string text)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            var target = response.Headers.Location is not { } location ? "nowhere"
                : location.IsAbsoluteUri ? location.Authority
                : "another path of the same host";
            return $"the answer was {status}, a redirect to {target}, which is not followed as it could carry the token elsewhere";
        }

        if (text.Length > 300) text = text[..300] + "..";
        return text.Length == 0 ? $"the answer was {status}" : $"the answer was {status} ({text.TrimEnd('.')})";
    }

    private static string? Advice(HttpStatusCode status) => (int)status switch
    {
        >= 300 and < 400 => "Set Graph:BaseUrl to the address that serves Graph itself, and let the proxy pass it on untouched.",
        401 => "The token was not accepted: check Graph:Credential and what goes with it, that Graph:Cloud is the tenant's, and that an " +
               "AccessToken is meant for Graph and has not expired.",
        404 => "Check that Graph:BaseUrl ends in the version (/v1.0) and that the tenant's cloud has this resource.",
        _ => null,
    };

    /// <summary>The pause the service asked for, in seconds or as a date; null where it named none, or one that is over.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        // A date is the service's, so it is measured by the service's clock where that is told.
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? header?.Date - (response.Headers.Date ?? clock.GetUtcNow());
        if (pause is not { } asked || asked <= TimeSpan.Zero) return null;
        return asked < LongestPause ? asked : LongestPause;
    }
}
