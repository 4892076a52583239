using CsCheck;
using Etl.Model.Devices;
using Etl.Model.Values;

namespace Etl.Load.Tests.History;

/// <summary>One published snapshot.</summary>
internal sealed record Snapshot(DateOnly Day, IReadOnlyList<ClassifiedDevice> Devices);

/// <summary>
/// Tenants that drift from snapshot to snapshot: devices come, go, return, change one attribute or another. Devices do not influence
/// one another, so one tenant of many devices holds as many histories.
/// </summary>
internal static class Tenants
{
    private static readonly string?[] Texts = [null, "a", "b", "A"];
    private static readonly SourceId?[] SourceIds = [null, "a", "A", "4cf18a02-2222-4b4b-8c8c-b0b0b0b00108"];
    private static readonly DateTimeOffset?[] Instants = [null, Instant(1), Instant(5), Instant(40)];
    private static readonly string[] Methods = ["GroupPolicy", "EntraJoin", "rawType", "RAWtype"];
    private static readonly string[] Compliance = ["compliant", "noncompliant", "unknown", "inGracePeriod", "neverSeen"];
    private static readonly string[] Agents = ["mdm", "none", "neverSeen", "easMdm"];
    private static readonly JoinType[] JoinTypes =
        [JoinType.HybridJoined, JoinType.EntraJoined, JoinType.DomainJoined, JoinType.EntraRegistered];
    private static readonly GapReason[] Gaps = [GapReason.NotSynced, GapReason.Unenrolled, GapReason.Unexplained];

    private static readonly Gen<Step> AnyStep =
        Gen.Select(Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Gen.Int[0, 24], Gen.Int[0, 11], (isThere, what, value) => new Step(isThere, what, value));

    /// <summary>The same on every machine and every day.</summary>
    public static IReadOnlyList<Snapshot> Draw(int number, int devices, int snapshots, int firstId = 0)
    {
        var random = new PCG((uint)number, 20261124);
        var days = Gen.Frequency((5, Gen.Const(1)), (1, Gen.Int[2, 9])).Array[snapshots].Generate(random, null, out _);
        var first = Gen.Int[0, snapshots + 3].Array[devices].Generate(random, null, out _);
        var steps = AnyStep.Array[snapshots].Array[devices].Generate(random, null, out _);

        var day = Sample.FirstDay;
        var drawn = new List<Snapshot>();
        var states = Enumerable.Range(0, devices).Select(i => Sample.Device(firstId + i)).ToArray();
        for (var s = 0; s < snapshots; s++)
        {
            var present = new List<ClassifiedDevice>();
            for (var d = 0; d < devices; d++)
            {
                states[d] = Apply(states[d], steps[d][s]);
                // A third is there from the start; no snapshot is empty.
                if (d == 0 || (steps[d][s].IsThere && (first[d] <= s || d % 3 == 0))) present.Add(states[d]);
            }

            drawn.Add(new Snapshot(day, present));
            day = day.AddDays(days[s]);
        }

        return drawn;
    }

    private static ClassifiedDevice Apply(ClassifiedDevice device, Step step) => step.What switch
    {
        0 => device with { DeviceName = Pick(Texts, step) },
        1 => device with { SerialNumber = Pick(Texts, step) },
        2 => device with { Manufacturer = Pick(Texts, step) },
        3 => device with { Model = Pick(Texts, step) },
        4 => device with { OrganizationalUnit = Pick(Texts, step), AdDistinguishedName = Pick(Texts, step) },
        5 => device with { PrimaryUser = Pick(Texts, step) },
        6 => device with { Ownership = (Ownership)(step.Value % 3) },
        7 => device with { IsAutopilot = step.Value % 2 == 0 },
        8 or 9 => device with { JoinType = Pick(JoinTypes, step), Registered = Pick(Instants, step) },
        10 or 11 => Enrolled(device, step),
        12 or 13 => NotEnrolled(device, step),
        14 => device with { ComplianceState = Pick(Compliance, step) },
        15 => device with { EntraObjectId = Pick(SourceIds, step), IntuneId = Pick(SourceIds, step) },
        16 => device with { AdSid = Pick(Texts, step), Registered = Pick(Instants, step) },
        17 => device with { Enrolled = Pick(Instants, step) },
        18 => device with { ManagementAgent = Pick(Agents, step), OsVersion = Pick(Texts, step) },
        _ => device,
    };

    private static ClassifiedDevice Enrolled(ClassifiedDevice device, Step step) => device with
    {
        EnrollmentState = EnrollmentState.Enrolled,
        EnrollmentMethod = Pick(Methods, step),
        Enrolled = Pick(Instants, step),
        IsCovered = step.Value % 3 > 0,
        GapReason = step.Value % 3 > 0 ? GapReason.None : GapReason.NotCheckingIn,
    };

    private static ClassifiedDevice NotEnrolled(ClassifiedDevice device, Step step)
    {
        var state = step.Value % 2 == 0 ? EnrollmentState.NotEnrolled : EnrollmentState.Leaving;
        return device with { EnrollmentState = state, EnrollmentMethod = state.ToString(), IsCovered = false, GapReason = Pick(Gaps, step) };
    }

    private static T Pick<T>(IReadOnlyList<T> values, Step step) => values[step.Value % values.Count];

    private static DateTimeOffset Instant(int hour) => new DateTimeOffset(2026, 1, 5, 0, 0, 0, 250, TimeSpan.Zero).AddHours(hour).AddSeconds(17);

    private sealed record Step(bool IsThere, int What, int Value);
}
