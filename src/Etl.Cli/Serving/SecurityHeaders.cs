namespace Etl.Cli.Serving;

/// <summary>What a browser may do with the pages: no script at all, nothing from elsewhere, no frame. Styles are MudBlazor's, inline too.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });
}
