using System.Net;
using Etl.Model.Values;

namespace Etl.Pipeline.Configuration;

/// <summary>Where the dashboard of <c>etl serve</c> listens, and who may see it (<c>Dashboard</c>).</summary>
public sealed record DashboardOptions
{
    private const int LeastKeyLength = 16;

    /// <summary>Where the dashboard listens. Another address than loopback needs <c>ApiKey</c> or <c>OpenIdConnect</c>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Key of scripts (header <c>X-Api-Key</c>) and of "run now", at least 16 characters.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Sign-in of people, such as Microsoft Entra's.</summary>
    public OpenIdConnectOptions? OpenIdConnect { get; init; }

    /// <summary>Whether nobody sees the dashboard without a key or a sign-in.</summary>
    public bool IsProtected => ApiKey is not null || OpenIdConnect is not null;

    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback => Uri.TryCreate(Url, UriKind.Absolute, out var url)
        && (url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    internal IEnumerable<string> Validate()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.AbsolutePath != "/")
            yield return $"Url: '{Url}' is no address to listen at; expected http://ADDRESS:PORT.";
        else if (!IsLoopback && !IsProtected)
            yield return $"Url: {Url} can be reached from other machines, and nothing asks who comes; set OpenIdConnect or ApiKey, or listen at http://127.0.0.1:8080.";
        if (ApiKey is { } key && key.Reveal().Length < LeastKeyLength) yield return $"ApiKey: is shorter than {LeastKeyLength} characters.";
        foreach (var fault in OpenIdConnect?.Validate() ?? []) yield return $"OpenIdConnect:{fault}";
    }
}
