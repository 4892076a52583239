using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Scheduling.Soak;

/// <summary>
/// A clock that stands until it is moved. A pause of half a minute or less, between two looks at something that somebody else holds or
/// two attempts at a server, is over as soon as it begins: it ends when that somebody lets go, which needs no time to pass.
/// </summary>
internal sealed class SoakClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime > TimeSpan.Zero && dueTime <= Longest
            ? TimeProvider.System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period)
            : base.CreateTimer(callback, state, dueTime, period);
}
