using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Etl.Pipeline.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Etl.Cli.Serving;

/// <summary>Knows a script by the API key in <c>X-Api-Key</c> or <c>Authorization: Bearer</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory log, UrlEncoder encoder, EtlOptions options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, log, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Operator = "operator";
    private const string Bearer = "Bearer ";

    /// <summary>The key that a request brings; null where it brings none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..] : null;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } given) return Task.FromResult(AuthenticateResult.NoResult());
        if (options.Dashboard.ApiKey is not { } key || !IsSame(given, key.Reveal()))
            return Task.FromResult(AuthenticateResult.Fail("The API key is another one."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "script"), new Claim(ClaimTypes.Role, Operator)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    /// <summary>A blank page would tell somebody with a browser nothing.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await base.HandleChallengeAsync(properties);
        Response.Headers.WWWAuthenticate = Bearer.TrimEnd();
        Response.ContentType = "text/plain; charset=utf-8";
        await Response.WriteAsync(
            "This needs the API key of the service, in the header X-Api-Key. A browser sends none: to let people in, set Dashboard:OpenIdConnect.\n",
            Context.RequestAborted);
    }

    // Hashes are of one length, and take one time to compare.
    private static bool IsSame(string given, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
