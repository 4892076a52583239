using System.Collections.Concurrent;

namespace Etl.Simulator.Graph;

/// <summary>Decides which answer goes wrong, and how, by nothing but the page and the number of the attempt at it.</summary>
internal sealed class FaultPlan(GraphServerOptions options)
{
    private static readonly Fault[] Throttling = [Fault.TooManyRequests, Fault.TooManyRequestsUntil, Fault.TooManyRequestsForAWhile];

    private static readonly Fault[] Outages =
    [
        Fault.ServiceUnavailable, Fault.InternalServerError, Fault.BadGateway, Fault.GatewayTimeout, Fault.ServiceUnavailableForAWhile,
    ];

    private static readonly Fault[] Resets = [Fault.ResetBeforeAnswer, Fault.ResetWithinBody];
    private static readonly Fault[] Cuts = [Fault.ShorterThanPromised, Fault.CutBytes, Fault.CutJson];
    private static readonly Fault[] Garbage = [Fault.HtmlPage, Fault.BrokenJson, Fault.EmptyBody];
    private static readonly Fault[] All = [.. Throttling, .. Cuts, .. Outages, .. Resets, .. Garbage];

    private readonly Fault[] _faults = options.Faults switch
    {
        FaultProfile.Throttled => Throttling,
        FaultProfile.Unavailable => Outages,
        FaultProfile.Reset => Resets,
        FaultProfile.Truncated => Cuts,
        FaultProfile.InvalidJson => Garbage,
        FaultProfile.Mixed => All,
        _ => [],
    };

    private readonly ConcurrentDictionary<(string Path, PagePosition Position), int> _attempts = new();

    public Fault Next(GraphList list, PagePosition position)
    {
        if (_faults.Length == 0 || position.Ordinal % options.FaultEvery != 0) return Fault.None;
        var attempt = _attempts.AddOrUpdate((list.Path, position), 1, (_, attempts) => attempts + 1);
        if (attempt > options.FaultsPerPage) return Fault.None;
        return _faults[(position.Ordinal / options.FaultEvery * options.FaultsPerPage + attempt - 1) % _faults.Length];
    }
}
