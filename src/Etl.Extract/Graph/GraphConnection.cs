using System.Net;
using Etl.Model.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Etl.Extract.Graph;

/// <summary>
/// The way to one tenant's Graph: sign-in, connections, headers. Several sources may read over it at once.
/// </summary>
public sealed class GraphConnection : IDisposable
{
    /// <summary>From sending a request to the last byte of its answer.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);

    private readonly StreamingHttpClient _http;
    private readonly GraphTokens _tokens;
    private readonly HttpClientRequestAdapter _adapter;

    /// <exception cref="ConfigurationException">The options have faults; the message names them all.</exception>
    public GraphConnection(GraphOptions options, TimeProvider clock, ILogger? logger = null)
    {
        var faults = options.Validate().Select(fault => "Graph:" + fault).ToList();
        if (faults.Count > 0) throw new ConfigurationException(string.Join(Environment.NewLine, faults));
        Options = options;
        Clock = clock;
        Logger = logger ?? NullLogger.Instance;
        BaseUrl = options.EffectiveBaseUrl;
        _tokens = new GraphTokens(TokenCredentials.Create(options), options.EffectiveCloud.Scope, clock);
        _http = CreateHttpClient(BaseUrl);
        _adapter = new HttpClientRequestAdapter(new BaseBearerTokenAuthenticationProvider(_tokens), httpClient: _http);
        Client = new GraphServiceClient(_adapter, BaseUrl.AbsoluteUri);
    }

    internal GraphOptions Options { get; }

    internal TimeProvider Clock { get; }

    internal ILogger Logger { get; }

    internal Uri BaseUrl { get; }

    /// <summary>Where the sign-in is.</summary>
    internal Uri Authority => Options.EffectiveCloud.Authority;

    /// <summary>Builds the requests; sending them is <see cref="FetchAsync"/>'s.</summary>
    internal GraphServiceClient Client { get; }

    /// <summary>The host has answered once, so that its name and address are right.</summary>
    internal bool HasAnswered { get; private set; }

    /// <summary>Whether the token may be sent there.</summary>
    internal bool IsOwnHost(Uri url) =>
        Uri.Compare(url, BaseUrl, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The text without the token, should the service have repeated it.</summary>
    internal string Mask(string text) => _tokens.Mask(text);

    /// <summary>The bearer token that requests are sent with.</summary>
    internal Task<string> TokenAsync(CancellationToken cancellationToken) =>
        _tokens.GetAuthorizationTokenAsync(BaseUrl, cancellationToken: cancellationToken);

    /// <summary>Asks for the address itself, without a token; any answer will do.</summary>
    internal Task ReachAsync(CancellationToken cancellationToken) => InTimeAsync(async token =>
    {
        using var response = await _http.GetAsync(BaseUrl, token);
    }, cancellationToken);

    /// <summary>Sends a request once and takes in the body of its answer. Anything but a 200 with a whole body is a fault.</summary>
    internal Task FetchAsync(RequestInformation request, PageBody body, CancellationToken cancellationToken) => InTimeAsync(async token =>
    {
        using var response = await SendAsync(request, token);
        HasAnswered = true;
        await ReadBodyAsync(response, body, token);
        if (response.StatusCode != HttpStatusCode.OK) throw ResponseFaults.Of(response, body, _tokens, Clock);
    }, cancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        _adapter.Dispose();
        _http.Dispose();
    }

    private async Task InTimeAsync(Func<CancellationToken, Task> request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(RequestTimeout, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await request(either.Token);
        }
        catch (Exception e) when (ConnectionFaults.IsOne(e) && !cancellationToken.IsCancellationRequested)
        {
            throw ConnectionFaults.Of(e, BaseUrl);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        // The answer itself is wanted: its bytes for the archive, its status and Retry-After for the retries.
        var native = new NativeResponseHandler();
        request.SetResponseHandler(native);
        await _adapter.SendNoContentAsync(request, cancellationToken: cancellationToken);
        return (HttpResponseMessage)native.Value!;
    }

    private static async Task ReadBodyAsync(HttpResponseMessage response, PageBody body, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await body.ReadAsync(stream, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            // The status of a failed request says more than its body does.
            if (response.StatusCode == HttpStatusCode.OK)
                throw new GraphFault($"the body could not be decompressed ({e.Message.TrimEnd('.')})", e) { IsTransient = true };
        }
    }

    private static StreamingHttpClient CreateHttpClient(Uri baseUrl)
    {
        // Kiota's retry and redirect handlers are left out: retries are Polly's alone, and a redirect could carry the token elsewhere.
        // A proxy of the environment could not reach this machine's own loopback address.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = !baseUrl.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var http = new StreamingHttpClient(new ParametersNameDecodingHandler { InnerHandler = sockets }) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        http.DefaultRequestHeaders.Add("Prefer", "include-unknown-enum-members");
        http.DefaultRequestHeaders.Add("x-ms-throttle-priority", "low");
        return http;
    }
}
