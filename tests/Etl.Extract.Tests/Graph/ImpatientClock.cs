using Etl.Extract.Graph;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Extract.Tests.Graph;

/// <summary>
/// A clock on which a pause between two attempts is over as soon as it begins. The time limit of a request passes only when a test says so.
/// </summary>
internal sealed class ImpatientClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))
{
    /// <summary>The pauses, in order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == GraphConnection.RequestTimeout) return timer;
        Pauses.Add(dueTime);
        Advance(dueTime);
        return timer;
    }
}
