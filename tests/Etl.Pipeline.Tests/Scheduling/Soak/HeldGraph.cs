using Etl.Extract.Graph;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;
using Etl.Simulator;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

/// <summary>A small tenant behind a real socket, whose answers can be held back: whoever reads then is in the middle of a run.</summary>
internal sealed class HeldGraph : IAsyncDisposable
{
    private readonly SimulatedTenant _tenant;
    private readonly ManualResetEventSlim _isFree = new(initialState: true);
    private TaskCompletionSource _isAsked = new();
    private GraphServer? _server;

    private HeldGraph(DateOnly firstDay) => _tenant = new SimulatedTenant(new SimulatorOptions { Devices = 10, FirstDay = firstDay });

    public TenantOptions Tenant => new()
    {
        Name = "contoso",
        Graph = new GraphOptions
        {
            BaseUrl = _server!.BaseUrl.AbsoluteUri,
            Credential = GraphCredential.AccessToken,
            AccessToken = new Secret(GraphServerOptions.DefaultToken),
        },
    };

    public static async Task<HeldGraph> StartAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        var graph = new HeldGraph(firstDay);
        var options = new GraphServerOptions { OnRequest = _ => graph.Answer() };
        graph._server = await GraphServer.StartAsync(options, graph._tenant.Day(0), cancellationToken);
        return graph;
    }

    public void Serve(int day) => _server!.Serve(_tenant.Day(day));

    /// <summary>No answer from now on; the task ends when somebody waits for one.</summary>
    public Task Hold()
    {
        _isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _isFree.Reset();
        return _isAsked.Task;
    }

    public void Release() => _isFree.Set();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _server!.DisposeAsync();
        _isFree.Dispose();
    }

    private void Answer()
    {
        if (!_isFree.IsSet) _isAsked.TrySetResult();
        _isFree.Wait();
    }
}
