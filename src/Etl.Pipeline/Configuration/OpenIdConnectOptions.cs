using Etl.Model.Values;

namespace Etl.Pipeline.Configuration;

/// <summary>Sign-in by OpenID Connect, code flow with PKCE (<c>Dashboard:OpenIdConnect</c>).</summary>
public sealed record OpenIdConnectOptions
{
    /// <summary>Issuer that people sign in at, for Entra <c>https://login.microsoftonline.com/TENANT/v2.0</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>Application id of the registration; its redirect address ends in <c>/signin-oidc</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client secret of the registration.</summary>
    public Secret? ClientSecret { get; init; }

    internal IEnumerable<string> Validate()
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || (authority.Scheme != "https" && !authority.IsLoopback))
            yield return "Authority: is missing or no https address.";
        if (string.IsNullOrWhiteSpace(ClientId)) yield return "ClientId: is missing.";
    }
}
