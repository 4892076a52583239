using System.Net;
using System.Net.Sockets;
using Etl.Model.Diagnosis;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Diagnosis;

/// <summary>Where <c>etl serve</c> will listen, and whom it lets in. Who only uses <c>etl run</c> may pass over what it says.</summary>
internal sealed class DashboardCheck(DashboardOptions options, TimeProvider clock)
{
    private const string Discovery = "/.well-known/openid-configuration";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return [await OfAddressAsync(http, cancellationToken), OfAccess(), .. await OfSignInAsync(http, cancellationToken)];
    }

    private async Task<Finding> OfAddressAsync(HttpClient http, CancellationToken cancellationToken)
    {
        const string check = "dashboard";
        var url = new Uri(options.Url);
        try
        {
            var address = IPAddress.TryParse(url.Host.Trim('[', ']'), out var given) ? given
                : options.IsLoopback ? IPAddress.Loopback
                : IPAddress.IPv6Any;
            using var listener = new TcpListener(address, url.Port);
            listener.Start();
            return Finding.Ok(check, $"{options.Url} is free for `etl serve`.");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return await GetAsync(http, new Uri(url, "/healthz/live"), cancellationToken) is "live\n"
                ? Finding.Ok(check, $"`etl serve` answers at {options.Url}.")
                : Finding.Warning(check, $"another program listens at {options.Url}: `etl serve` would not start. Set Dashboard:Url to a free port.");
        }
        catch (SocketException e)
        {
            return Finding.Warning(check, $"nobody can listen at {options.Url} ({e.SocketErrorCode}): `etl serve` would not start. Set Dashboard:Url.");
        }
    }

    private Finding OfAccess() => Finding.Ok("dashboard access", (options.OpenIdConnect, options.ApiKey) switch
    {
        (null, null) => "everybody on this machine, and nobody from elsewhere.",
        (null, _) => "whoever has the API key.",
        (_, null) => "people by OpenID Connect; no API key for scripts and \"run now\" is set.",
        _ => "people by OpenID Connect, scripts by the API key.",
    });

    private async Task<IEnumerable<Finding>> OfSignInAsync(HttpClient http, CancellationToken cancellationToken)
    {
        const string check = "dashboard sign-in";
        if (options.OpenIdConnect is not { Authority: { } authority }) return [];
        var address = new Uri(authority.TrimEnd('/') + Discovery);
        return [await GetAsync(http, address, cancellationToken) is { } document && document.Contains("authorization_endpoint", StringComparison.Ordinal)
            ? Finding.Ok(check, $"{authority} answers.")
            : Finding.Fails(check, $"{address} gives no description of the sign-in. Check Dashboard:OpenIdConnect:Authority, and proxy and firewall of this machine.")];
    }

    /// <summary>The text behind an address; null where there is none.</summary>
    private async Task<string?> GetAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await http.GetStringAsync(address, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
