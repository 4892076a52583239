using System.Globalization;
using Etl.Model.Devices;

namespace Etl.Load.Tests.History;

/// <summary>
/// Versions, events and lifecycle as sql/README.md tells them, worked out device by device over the whole list of snapshots: slow,
/// without a database, without a hash.
/// </summary>
internal static class NaiveHistory
{
    private static readonly DateOnly Open = new(9999, 12, 31);

    public static IReadOnlyList<string> Versions(IReadOnlyList<Snapshot> snapshots)
    {
        var lines = new List<string>();
        foreach (var id in Ids(snapshots))
        {
            ClassifiedDevice? held = null;
            DateOnly from = default;
            foreach (var snapshot in snapshots)
            {
                var now = Find(snapshot, id);
                if (held is not null && (now is null || Type2(now) != Type2(held)))
                {
                    lines.Add(Version(held, from, snapshot.Day));
                    held = null;
                }

                if (held is null) from = snapshot.Day;
                held = now;
            }

            if (held is not null) lines.Add(Version(held, from, Open));
        }

        return Sorted(lines);
    }

    public static IReadOnlyList<string> Events(IReadOnlyList<Snapshot> snapshots)
    {
        var lines = new List<string>();
        foreach (var id in Ids(snapshots))
        {
            ClassifiedDevice? last = null;
            for (var i = 0; i < snapshots.Count; i++)
            {
                var now = Find(snapshots[i], id);
                var before = i == 0 ? null : Find(snapshots[i - 1], id);
                if (i > 0)
                    foreach (var (type, oldCode, newCode) in Between(before, now, last))
                        lines.Add(Text($"{id}|{snapshots[i].Day:yyyy-MM-dd}|{snapshots[i - 1].Day:yyyy-MM-dd}|{type}|{oldCode}|{newCode}"));
                last = now ?? last;
            }
        }

        return Sorted(lines);
    }

    public static IReadOnlyList<string> Lifecycles(IReadOnlyList<Snapshot> snapshots) => Sorted(Ids(snapshots).Select(id =>
    {
        var seen = snapshots.Select(s => (s.Day, Device: Find(s, id)!)).Where(s => s.Device is not null).ToList();
        var joined = seen.FirstOrDefault(s => s.Device.JoinType is JoinType.EntraJoined or JoinType.HybridJoined);
        var enrolled = seen.FirstOrDefault(s => s.Device.IsEnrolled);
        var compliant = seen.FirstOrDefault(s => s.Device.ComplianceState == "compliant");
        var removed = seen[^1].Day == snapshots[^1].Day ? (DateOnly?)null : snapshots.First(s => s.Day > seen[^1].Day).Day;
        var wait = enrolled.Device?.Enrolled - joined.Device?.Registered;
        var hours = wait >= TimeSpan.Zero ? Math.Round((decimal)wait.Value.TotalMilliseconds / 3_600_000, 2, MidpointRounding.AwayFromZero) : (decimal?)null;
        return Text($"{id}|{seen[0].Day:yyyy-MM-dd}|{Day(joined.Device, joined.Day)}|{Instant(joined.Device?.Registered)}|{Day(enrolled.Device, enrolled.Day)}|")
            + Text($"{Instant(enrolled.Device?.Enrolled)}|{Method(enrolled.Device)}|{Day(compliant.Device, compliant.Day)}|")
            + Text($"{seen[^1].Day:yyyy-MM-dd}|{removed:yyyy-MM-dd}|{hours:0.00}");
    }));

    /// <summary>The first day of the unbroken run of snapshots with the same gap reason, of each device and snapshot with a gap.</summary>
    public static IReadOnlyList<string> Gaps(IReadOnlyList<Snapshot> snapshots)
    {
        var lines = new List<string>();
        for (var i = 0; i < snapshots.Count; i++)
            foreach (var device in snapshots[i].Devices.Where(device => device.GapReason != GapReason.None))
            {
                var since = i;
                while (since > 0 && Find(snapshots[since - 1], device.DeviceId.ToString())?.GapReason == device.GapReason) since--;
                lines.Add(Text($"{device.DeviceId}|{snapshots[i].Day:yyyy-MM-dd}|{device.GapReason}|{snapshots[since].Day:yyyy-MM-dd}"));
            }

        return Sorted(lines);
    }

    /// <summary>Who was enrolled in a snapshot of an earlier day, at most 90 days before.</summary>
    public static IReadOnlyList<string> EnrolledBefore(IReadOnlyList<Snapshot> snapshots, DateOnly day) => Sorted(snapshots
        .Where(snapshot => snapshot.Day < day && snapshot.Day >= day.AddDays(-90))
        .SelectMany(snapshot => snapshot.Devices.Where(device => device.IsEnrolled)).Select(device => device.DeviceId.ToString()).Distinct());

    private static IEnumerable<(DeviceEventType Type, string? Old, string? New)> Between(ClassifiedDevice? before, ClassifiedDevice? now, ClassifiedDevice? last)
    {
        switch (before, now)
        {
            case (null, null):
                break;
            case (null, { } arrived) when last is null:
                yield return (DeviceEventType.Appeared, null, arrived.EnrollmentState.ToString());
                break;
            case (null, { } returned):
                yield return (DeviceEventType.Reappeared, last.EnrollmentState.ToString(), returned.EnrollmentState.ToString());
                break;
            case ({ } gone, null):
                yield return (DeviceEventType.Removed, gone.EnrollmentState.ToString(), null);
                break;
            case ({ } was, { } @is):
                if (was.JoinType != @is.JoinType) yield return (DeviceEventType.JoinTypeChanged, was.JoinType.ToString(), @is.JoinType.ToString());
                if (was.IsEnrolled != @is.IsEnrolled)
                    yield return (@is.IsEnrolled ? DeviceEventType.Enrolled : DeviceEventType.Unenrolled, was.EnrollmentState.ToString(), @is.EnrollmentState.ToString());
                if (was.IsEnrolled && @is.IsEnrolled && Method(was) != Method(@is))
                    yield return (DeviceEventType.EnrollmentMethodChanged, Method(was), Method(@is));
                if (was.ComplianceState != @is.ComplianceState && @is.ComplianceState == "compliant")
                    yield return (DeviceEventType.BecameCompliant, was.ComplianceState, @is.ComplianceState);
                if (was.ComplianceState != @is.ComplianceState && @is.ComplianceState == "noncompliant")
                    yield return (DeviceEventType.BecameNonCompliant, was.ComplianceState, @is.ComplianceState);
                break;
        }
    }

    private static string Version(ClassifiedDevice d, DateOnly from, DateOnly to) =>
        Text($"{d.DeviceId}|{from:yyyy-MM-dd}|{to:yyyy-MM-dd}|{to == Open}|{Type2(d)}|{d.EntraObjectId}|{d.IntuneId}|{d.AdDistinguishedName}|{d.AdSid}|")
        + Text($"{Instant(d.Registered)}|{Instant(d.Enrolled)}");

    private static string Type2(ClassifiedDevice d) =>
        Text($"{Shown(d.DeviceName)}|{Shown(d.SerialNumber)}|{Shown(d.Manufacturer)}|{Shown(d.Model)}|{d.Ownership}|{Shown(d.OrganizationalUnit)}|")
        + Text($"{Shown(d.PrimaryUser)}|{d.JoinType}|{Method(d)}|{d.IsEnrolled}|{d.IsAutopilot}");

    private static string Shown(string? text) => text ?? "null";

    // One member, whatever its case.
    private static string? Method(ClassifiedDevice? d) => d?.EnrollmentMethod.ToLowerInvariant();

    private static string Day(ClassifiedDevice? device, DateOnly day) => device is null ? "" : Text($"{day:yyyy-MM-dd}");

    private static string Instant(DateTimeOffset? instant) => Text($"{instant:yyyy-MM-dd HH:mm:ss.fff}");

    private static ClassifiedDevice? Find(Snapshot snapshot, string id) => snapshot.Devices.FirstOrDefault(device => device.DeviceId == id);

    private static IEnumerable<string> Ids(IEnumerable<Snapshot> snapshots) => snapshots.SelectMany(s => s.Devices).Select(d => d.DeviceId.ToString()).Distinct();

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
