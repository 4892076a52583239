using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Etl.EndToEnd.Tests.Running;

/// <summary><c>etl serve</c> at a workplace, on a port of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EtlProcess _process;

    private ServeProcess(Workplace place, Action<string>? onLine) => _process = place.Start(["serve"], line =>
    {
        lock (_log) _log.AppendLine(line);
        if (line.Split("Now listening on: ") is [_, var address]) _address.TrySetResult(new Uri(address));
        onLine?.Invoke(line);
    });

    public HttpClient Http { get; } = new();

    public Task<EtlResult> Ended => _process.Ended;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServeProcess> StartAsync(Workplace place, Action<string>? onLine = null)
    {
        place.Settings["Dashboard"] ??= new System.Text.Json.Nodes.JsonObject { ["Url"] = "http://127.0.0.1:0" };
        var serve = new ServeProcess(place, onLine);
        await Task.WhenAny(serve._address.Task, serve.Ended);
        if (!serve._address.Task.IsCompleted) throw new InvalidOperationException((await serve.Ended).Error);
        serve.Http.BaseAddress = await serve._address.Task;
        return serve;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task<EtlResult> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await Ended;
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Dispose();
    }
}
