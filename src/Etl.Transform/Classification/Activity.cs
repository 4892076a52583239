using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>Section 7 of the rules: signs of life.</summary>
internal static class Activity
{
    public static Instant Latest(in DeviceFacts device)
    {
        var latest = Instant.Latest(device.E.LastSignIn, device.E.Registered);
        latest = Instant.Latest(latest, Instant.Latest(device.M.LastSync, device.M.Enrolled));
        latest = Instant.Latest(latest, Instant.Latest(device.A.LastLogon, device.A.PasswordLastSet));
        return Instant.Latest(latest, device.A.WhenCreated);
    }

    /// <summary>How many of the instants that activity is read from lie after T.</summary>
    public static int CountAfter(in DeviceFacts device)
    {
        var count = 0;
        if (device.E.LastSignIn > device.T) count++;
        if (device.E.Registered > device.T) count++;
        if (device.M.LastSync > device.T) count++;
        if (device.M.Enrolled > device.T) count++;
        if (device.A.LastLogon > device.T) count++;
        if (device.A.PasswordLastSet > device.T) count++;
        if (device.A.WhenCreated > device.T) count++;
        return count;
    }

    public static bool IsStale(Instant lastActivity, Instant t, int staleAfterDays) =>
        lastActivity.IsKnown && IsOlderThan(lastActivity, t, staleAfterDays);

    public static bool IsOlderThan(Instant instant, Instant t, int days) => t.UtcTicks - instant.UtcTicks > days * TimeSpan.TicksPerDay;

    public static bool IsDisabled(in DeviceFacts device) => device.E.IsDisabled || device.A.IsDisabled;
}
