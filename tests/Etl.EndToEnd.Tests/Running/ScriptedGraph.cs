using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>A server on loopback that answers as a test says, where the simulated Graph is too well-behaved.</summary>
internal sealed class ScriptedGraph : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedGraph(WebApplication app) => _app = app;

    public Uri BaseUrl => new(new Uri(_app.Urls.First()), "/v1.0");

    public static async Task<ScriptedGraph> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ScriptedGraph(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
