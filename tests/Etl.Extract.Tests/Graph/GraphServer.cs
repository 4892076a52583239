using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Etl.Extract.Tests.Graph;

/// <summary>Answers over a loopback socket what a test tells it to, and remembers what it was asked.</summary>
internal sealed class GraphServer : IAsyncDisposable
{
    public const string Devices = "/v1.0/devices";
    public const string ManagedDevices = "/v1.0/deviceManagement/managedDevices";
    public const string Overview = "/v1.0/deviceManagement/managedDeviceOverview";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Queue<RequestDelegate>> _answers = new(StringComparer.Ordinal);

    private GraphServer(WebApplication app) => _app = app;

    public ConcurrentQueue<GraphRequest> Requests { get; } = new();

    public string Root => _app.Urls.Single();

    public string BaseUrl => Root + "/v1.0";

    public static async Task<GraphServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new GraphServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers requests for a path in this order; the last answer is given again and again.</summary>
    public void On(string path, params RequestDelegate[] answers) => _answers[path] = new Queue<RequestDelegate>(answers);

    public IReadOnlyList<GraphRequest> RequestsOf(string path) => [.. Requests.Where(request => request.Path == path)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(new GraphRequest(
            context.Request.Path,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (!_answers.TryGetValue(context.Request.Path, out var answers)) context.Response.StatusCode = 404;
        else await (answers.Count > 1 ? answers.Dequeue() : answers.Peek())(context);
    }
}

/// <param name="Target">Path and query as they came.</param>
internal sealed record GraphRequest(string Path, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The properties in <c>$select</c>.</summary>
    public IReadOnlyList<string> Select => Value("$select=").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public int Top => int.Parse(Value("$top="), System.Globalization.CultureInfo.InvariantCulture);

    private string Value(string name) =>
        Target.Split('?', '&').Where(part => part.StartsWith(name, StringComparison.Ordinal))
            .Select(part => Uri.UnescapeDataString(part[name.Length..])).SingleOrDefault("");
}
