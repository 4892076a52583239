using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>When things happened to a machine, as whole seconds of UTC. Never later than the snapshot of the day asked for.</summary>
internal sealed class Timeline(SimulatorOptions options, Draw draw)
{
    private const int Day = 86_400;

    private readonly DateTime _origin = options.FirstDay.ToDateTime(options.SnapshotTime, DateTimeKind.Utc);

    /// <summary>The instant at which the inventories of that day are read.</summary>
    public DateTime Snapshot(int day) => _origin.AddDays(day);

    /// <summary>Some moment of the 18 hours that end four hours before that day's snapshot.</summary>
    public DateTime On(int day, Purpose purpose, int device, int detail = 0) =>
        Snapshot(day).AddSeconds(-4 * 3_600 - draw.Below(18 * 3_600, purpose, device, detail));

    public DateTime Registered(in DeviceState state) => On(state.RegisteredDay, Purpose.Registered, state.Device);

    /// <summary>
    /// Enrolment follows registration by minutes, for one machine in five by days, as far as those had passed on the first day.
    /// </summary>
    public DateTime Enrolled(in DeviceState state)
    {
        if (state.EnrolledDay != state.RegisteredDay) return On(state.EnrolledDay, Purpose.Enrolled, state.Device);
        var late = state.EnrolledDay < -25 && draw.Below(5, Purpose.EnrolmentDelay, state.Device) == 0;
        var seconds = draw.Below(late ? 20 * Day : 3_600, Purpose.EnrolmentDelay, state.Device, 1);
        return Registered(state).AddSeconds(60 + seconds);
    }

    /// <summary>A live machine is heard of each day; a quiet one was last heard of when it fell silent.</summary>
    public DateTime LastSync(in DeviceState state, Activity activity, int day) =>
        activity == Activity.Live
            ? Snapshot(day).AddSeconds(-draw.Below(Day, Purpose.Sync, state.Device, day))
            : LastHeard(state, activity);

    /// <summary>
    /// Entra's last sign-in and AD's last logon are written only where the old value is 9 to 14 days old, the computer's password
    /// each 30 days: the last such moment of a live machine.
    /// </summary>
    public DateTime LastStep(in DeviceState state, Activity activity, int day, Purpose purpose, int periodDays)
    {
        if (activity != Activity.Live) return LastHeard(state, activity);
        var period = periodDays * Day;
        var now = (long)day * Day + draw.Below(period, purpose, state.Device);
        return Snapshot(day).AddSeconds(-(now % period));
    }

    private DateTime LastHeard(in DeviceState state, Activity activity)
    {
        if (state.Since > 0) return On(state.Since - 1, Purpose.Quiet, state.Device);
        var days = activity == Activity.Silent
            ? 100 + draw.Below(200, Purpose.Quiet, state.Device)
            : 60 + draw.Below(340, Purpose.Quiet, state.Device);
        return On(-days, Purpose.Quiet, state.Device, 1);
    }
}
