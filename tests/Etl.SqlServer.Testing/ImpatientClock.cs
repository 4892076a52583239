namespace Etl.SqlServer.Testing;

/// <summary>A clock on which a pause between two attempts is over as soon as it begins.</summary>
public sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
}
