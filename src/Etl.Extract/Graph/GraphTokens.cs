using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Etl.Extract.Graph;

/// <summary>
/// Hands the bearer token to the client. Not the provider of Kiota's Azure package: that one sends no token, and says nothing, over
/// loopback http.
/// </summary>
internal sealed class GraphTokens(TokenCredential credential, string scope, TimeProvider clock) : IAccessTokenProvider
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private CachedToken? _cached;

    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        // Kept here since not every credential keeps its token: the Azure CLI would start a process for each page.
        var claims = Claims(additionalAuthenticationContext);
        if (claims is null && _cached is { } cached && cached.ExpiresOn - clock.GetUtcNow() > RenewBefore) return cached.Token;
        try
        {
            var context = new TokenRequestContext([scope], claims: claims, isCaeEnabled: true);
            var token = await credential.GetTokenAsync(context, cancellationToken);
            _cached = new CachedToken(token.Token, token.ExpiresOn);
            return token.Token;
        }
        catch (AuthenticationFailedException e)
        {
            throw new GraphFault($"no token for {scope} could be had ({FirstLine(e.Message)})", e)
            {
                Advice = "Check Graph:Credential, Graph:TenantId, Graph:ClientId and the secret that goes with them.",
            };
        }
    }

    /// <summary>The text without the token, should the service have repeated it.</summary>
    public string Mask(string text) =>
        _cached is { Token.Length: > 0 } cached ? text.Replace(cached.Token, "***", StringComparison.Ordinal) : text;

    /// <summary>What a 401 demanded beyond the usual token (continuous access evaluation), which Kiota hands over in base64.</summary>
    private static string? Claims(Dictionary<string, object>? context) =>
        context is not null && context.TryGetValue("claims", out var value) && value is string encoded
            ? Encoding.UTF8.GetString(Convert.FromBase64String(encoded))
            : null;

    /// <summary>Azure.Identity's messages go on for a page.</summary>
    private static string FirstLine(string message)
    {
        var line = message.Trim().Split('\r', '\n')[0].TrimEnd('.');
        return line.Length > 300 ? line[..300] : line;
    }

    private sealed record CachedToken(string Token, DateTimeOffset ExpiresOn);
}
