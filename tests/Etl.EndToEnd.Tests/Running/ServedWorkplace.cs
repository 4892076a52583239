using Etl.Simulator;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>A workplace together with the server that its configuration names.</summary>
internal sealed record ServedWorkplace(GraphServer Graph, Workplace Place) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Place.Dispose();
        await Graph.DisposeAsync();
    }
}
