using System.Net;
using System.Text.Json;
using Etl.Simulator.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Etl.Simulator;

/// <summary>
/// Microsoft Graph v1.0 on the loopback address, as far as the inventories need it: <c>/devices</c>,
/// <c>/deviceManagement/managedDevices</c> and <c>/deviceManagement/managedDeviceOverview</c>, with Graph's own limits and faults.
/// </summary>
public sealed class GraphServer : IAsyncDisposable
{
    private const string Version = "/v1.0";
    private const string OverviewPath = "/deviceManagement/managedDeviceOverview";

    private readonly WebApplication _app;
    private readonly GraphServerOptions _options;
    private readonly GraphList[] _lists;
    private readonly Answers _answers;
    private volatile ServedDay _served;
    private long _requests;

    private GraphServer(WebApplication app, GraphServerOptions options, SimulatedDay day)
    {
        _app = app;
        _options = options;
        _lists = GraphLists.For(options);
        _answers = new Answers(options);
        _served = new ServedDay(day, options);
    }

    /// <summary>What a client has in place of <c>https://graph.microsoft.com/v1.0</c>.</summary>
    public Uri BaseUrl => new(new Uri(_app.Urls.First()), Version);

    /// <summary>Requests answered so far, faults among them.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public static async Task<GraphServer> StartAsync(GraphServerOptions options, SimulatedDay day, CancellationToken cancellationToken)
    {
        // Empty: environment variables and files that are meant for the product must not configure this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var server = new GraphServer(app, options, day);
        app.Run(server.HandleAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Goes on to another day. Skip tokens of the day before are void, and faults strike anew.</summary>
    public void Serve(SimulatedDay day) => _served = new ServedDay(day, _options);

    /// <summary>Makes and keeps all pages of a list, so that a client that is measured does not wait for this server.</summary>
    /// <param name="path"><c>/devices</c> or <c>/deviceManagement/managedDevices</c>.</param>
    /// <param name="select">Exactly as the client will write it; null for none.</param>
    public void Prerender(string path, string? select, int? top)
    {
        if (!_options.CachePages) throw new InvalidOperationException("Pages are kept only with CachePages.");
        var list = Array.Find(_lists, list => list.Path == path) ?? throw new ArgumentException("No such list.", nameof(path));
        PagePosition? position = default(PagePosition);
        while (position is { } at)
        {
            var request = new PageRequest(list, BaseUrl.GetLeftPart(UriPartial.Authority), select, top, false, true, true, at);
            position = _served.Get(request).Next;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var served = _served;
        var path = context.Request.Path.Value ?? "";
        path = path.StartsWith(Version + "/", StringComparison.Ordinal) ? path[Version.Length..] : "";
        var list = Array.Find(_lists, list => list.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
        _options.OnRequest?.Invoke(path);

        if (Refusal(context, path, isKnown: list is not null || path == OverviewPath) is { } refusal)
            return _answers.SendErrorAsync(context, refusal);
        if (list is null) return SendOverviewAsync(context, served.Day);
        if (GraphQuery.Read(context.Request, list, served.Tokens, out var request) is { } error)
            return _answers.SendErrorAsync(context, error);

        var fault = served.Faults.Next(list, request.Position);
        return fault == Fault.None
            ? Answers.SendAsync(context, HttpStatusCode.OK, served.Get(request).Body, request.Gzip)
            : _answers.SendSpoiltAsync(context, fault, served, request);
    }

    private GraphError? Refusal(HttpContext context, string path, bool isKnown)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization != "Bearer " + _options.Token) return GraphError.Unauthorized(authorization.Length > 0);
        if (!isKnown) return GraphError.UnknownSegment(context.Request.Path.Value ?? "");
        if (_options.ForbiddenPaths.Contains(path)) return GraphError.Forbidden;
        return HttpMethods.IsGet(context.Request.Method) ? null : GraphError.MethodNotAllowed;
    }

    private Task SendOverviewAsync(HttpContext context, SimulatedDay day)
    {
        var count = day.IntuneCount - day.IntuneDuplicates;
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@odata.context"] = $"{BaseUrl}/$metadata#deviceManagement/managedDeviceOverview/$entity",
            ["id"] = day.Tenant.Draw.Guid(Population.Purpose.Token, -1),
            ["enrolledDeviceCount"] = count,
            ["mdmEnrolledCount"] = count,
            ["dualEnrolledDeviceCount"] = 0,
        });
        var gzip = GraphQuery.Header(context.Request, "Accept-Encoding", "gzip");
        return Answers.SendAsync(context, HttpStatusCode.OK, ServedDay.Encode(body, gzip), gzip);
    }
}
