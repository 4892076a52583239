using System.Buffers.Text;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>
/// What an access token says of itself, to explain a refusal and for nothing else: whether the token is good is Graph's to say, and
/// Graph may make tokens that nobody else can read.
/// </summary>
/// <param name="Granted">Application permissions (<c>roles</c>) and delegated ones (<c>scp</c>).</param>
internal sealed record TokenClaims(IReadOnlyList<string> Granted, DateTimeOffset? Expires)
{
    /// <summary>Null where the token cannot be read.</summary>
    public static TokenClaims? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3) return null;
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return new TokenClaims([.. Texts(claims.RootElement, "roles"), .. Texts(claims.RootElement, "scp")], Instant(claims.RootElement, "exp"));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var claim)) return [];
        return claim.ValueKind == JsonValueKind.Array
            ? claim.EnumerateArray().Select(item => item.ToString())
            : claim.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
