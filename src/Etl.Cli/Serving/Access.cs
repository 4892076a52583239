using Etl.Pipeline.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;

namespace Etl.Cli.Serving;

/// <summary>
/// Who may see what. Without a key or a sign-in everybody who reaches the address, which is loopback then; else nobody without the
/// one or the other, but for health probes. "Run now" always takes the key.
/// </summary>
internal static class Access
{
    private const string Chosen = "Chosen";
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddTo(IServiceCollection services, DashboardOptions options)
    {
        // A page elsewhere that had its name resolve to this machine could read the answers otherwise.
        if (options.IsLoopback) services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = LoopbackNames);

        var authentication = services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, displayName: null, scheme => scheme.ForwardDefaultSelector = http =>
                options.OpenIdConnect is null || ApiKeyHandler.KeyOf(http.Request) is not null
                    ? ApiKeyHandler.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        if (options.OpenIdConnect is { } signIn) AddSignIn(authentication, signIn);

        var rules = services.AddAuthorizationBuilder()
            .AddPolicy(ApiKeyHandler.Operator, policy => policy.RequireRole(ApiKeyHandler.Operator));
        if (options.IsProtected) rules.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void Use(WebApplication app, DashboardOptions options)
    {
        if (options.IsLoopback) app.UseHostFiltering();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void AddSignIn(AuthenticationBuilder authentication, Etl.Pipeline.Configuration.OpenIdConnectOptions signIn) => authentication
        .AddCookie(cookie =>
        {
            cookie.ForwardChallenge = OpenIdConnectDefaults.AuthenticationScheme;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        })
        .AddOpenIdConnect(provider =>
        {
            provider.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            provider.Authority = signIn.Authority;
            provider.RequireHttpsMetadata = !new Uri(signIn.Authority!).IsLoopback;
            provider.ClientId = signIn.ClientId;
            provider.ClientSecret = signIn.ClientSecret?.Reveal();
            provider.ResponseType = "code";
            provider.UsePkce = true;
            // The code comes back as an address, not as a form of another site: cookies may then be lax, which browsers also keep where
            // a proxy ends TLS before this program.
            provider.ResponseMode = "query";
            foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            provider.Events.OnRemoteFailure = TellAsync;
            provider.MapInboundClaims = false;
            provider.TokenValidationParameters.NameClaimType = "name";
        });

    // A refusal of the provider is no fault of this program. What it writes of it may name the person; its code does not.
    private static Task TellAsync(RemoteFailureContext failure)
    {
        failure.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Access))
            .LogWarning("A sign-in failed: {Reason}", failure.Failure?.Data["error"] ?? failure.Failure?.GetType().Name);
        failure.HandleResponse();
        failure.Response.StatusCode = StatusCodes.Status403Forbidden;
        return failure.Response.WriteAsync("The sign-in failed. Open the page again to try once more.\n", failure.HttpContext.RequestAborted);
    }
}
