using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Etl.Simulator.Tests;

/// <summary>A client that believes nothing: bodies are read as bytes and parsed by the test.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly GraphServer _server;

    public Caller(GraphServer server, string? token = GraphServerOptions.DefaultToken)
    {
        _server = server;
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<GraphServer> ServeAsync(GraphServerOptions options, SimulatedDay? day = null) =>
        GraphServer.StartAsync(options, day ?? Sample.SmallDay, Cancellation);

    public Task<HttpResponseMessage> GetAsync(string url) =>
        _http.GetAsync(url.StartsWith('/') ? _server.BaseUrl + url : url, Cancellation);

    public async Task<JsonElement> GetJsonAsync(string url)
    {
        using var response = await GetAsync(url);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation)).RootElement;
    }

    public async Task<(HttpStatusCode Status, string Message)> GetErrorAsync(string url)
    {
        using var response = await GetAsync(url);
        var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation)).RootElement;
        return (response.StatusCode, body.GetProperty("error").GetProperty("message").GetString()!);
    }

    /// <summary>All items of a list; a page that fails in any way is asked for again, up to five times in a row.</summary>
    public async Task<List<JsonElement>> ReadAllAsync(string url)
    {
        var items = new List<JsonElement>();
        for (string? next = url; next is not null;)
        {
            var page = await GetWholePageAsync(next);
            items.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        return items;
    }

    /// <summary>What went wrong in each attempt before a page came whole: a status, or the name of an exception.</summary>
    public List<string> Failures { get; } = [];

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetWholePageAsync(string url)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                using var response = await GetAsync(url);
                if (response.IsSuccessStatusCode)
                    return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation)).RootElement;
                Failures.Add($"{(int)response.StatusCode} {response.Headers.RetryAfter}".Trim());
            }
            catch (Exception failure) when (failure is HttpRequestException or JsonException or IOException)
            {
                Failures.Add(failure.GetType().Name);
            }
        }

        throw new InvalidOperationException($"{url} never came whole: {string.Join(", ", Failures)}");
    }
}
