namespace Etl.Pipeline.Scheduling;

/// <summary>Tells work in flight that the service's patience with it is over.</summary>
public sealed class StopSignal(TimeSpan patience, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenSource? _timer;

    public CancellationToken Token => _source.Token;

    /// <summary>The service stops: work may end by itself for a while, then it is cancelled.</summary>
    public void Begin()
    {
        _timer = new CancellationTokenSource(patience, clock);
        _timer.Token.Register(_source.Cancel);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }
}
