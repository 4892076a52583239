using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>
/// An OpenID Connect provider on loopback, for the code flow with PKCE: whoever comes is signed in as Ada. It believes nothing that
/// it has not given out itself.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "etl-dashboard";
    public const string ClientSecret = "s3cr3t-of-the-registration";

    public const string Person = "ada@contoso.example";

    private const string KeyId = "key-1";
    private readonly RSA _published = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge, string RedirectUri)> _codes = new(StringComparer.Ordinal);
    private ScriptedGraph? _server;

    private IdentityProvider()
    {
    }

    /// <summary>Signs with a key that it has not published, as somebody would who only pretends to be this provider.</summary>
    public bool IsForged { get; set; }

    /// <summary>Lets nobody in, and names the person in what it says of it.</summary>
    public bool IsRefusing { get; set; }

    public string Authority => _server!.BaseUrl.GetLeftPart(UriPartial.Authority);

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        provider._server = await ScriptedGraph.StartAsync(provider.AnswerAsync);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _published.Dispose();
    }

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new
        {
            issuer = Authority,
            authorization_endpoint = Authority + "/authorize",
            token_endpoint = Authority + "/token",
            jwks_uri = Authority + "/keys",
        }),
        "/keys" => http.Response.WriteAsJsonAsync(new { keys = new[] { PublishedKey() } }),
        "/authorize" => AuthorizeAsync(http),
        "/token" => GiveTokenAsync(http),
        _ => RefuseAsync(http, "not_found"),
    };

    private Task AuthorizeAsync(HttpContext http)
    {
        var asked = http.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256") return RefuseAsync(http, "invalid_request");
        if (IsRefusing)
        {
            http.Response.Redirect($"{asked["redirect_uri"]}?error=access_denied&error_description={Uri.EscapeDataString($"{Person} is not assigned to a role.")}"
                + $"&state={Uri.EscapeDataString(asked["state"]!)}");
            return Task.CompletedTask;
        }

        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        http.Response.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
        return Task.CompletedTask;
    }

    private async Task GiveTokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.Remove(form["code"].ToString(), out var given) || challenge != given.Challenge || form["redirect_uri"] != given.RedirectUri
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            await RefuseAsync(http, "invalid_grant");
            return;
        }

        await http.Response.WriteAsJsonAsync(new { access_token = "opaque", token_type = "Bearer", expires_in = 3600, id_token = IdToken(given.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var head = Encode(new { alg = "RS256", typ = "JWT", kid = KeyId });
        var body = Encode(new { iss = Authority, aud = ClientId, sub = "ada", name = "Ada", nonce, iat = now, exp = now + 3600 });
        using var forged = RSA.Create(2048);
        var signature = (IsForged ? forged : _published).SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{head}.{body}.{Base64Url.EncodeToString(signature)}";
    }

    private object PublishedKey()
    {
        var key = _published.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = KeyId, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
    }

    private static Task RefuseAsync(HttpContext http, string error)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsJsonAsync(new { error });
    }

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
