using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>Somebody who takes webhooks, at an address with a token in it.</summary>
internal sealed class WebhookReceiver(WebApplication app) : IAsyncDisposable
{
    private readonly Channel<string> _bodies = Channel.CreateUnbounded<string>();
    private int _received;

    public string Address => app.Urls.First() + "/hook/t0ken";

    public int Received => _received;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook/t0ken", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Interlocked.Increment(ref receiver._received);
            receiver._bodies.Writer.TryWrite(await reader.ReadToEndAsync());
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Waits for the next body; where none comes, the test fails instead of standing still.</summary>
    public Task<string> NextAsync() =>
        _bodies.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
