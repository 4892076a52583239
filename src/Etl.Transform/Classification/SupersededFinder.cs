using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>
/// Section 7 of the rules, <c>Superseded</c>: rows of the inventories that are the same machine as another row today. Rejoining,
/// adding a work account and Autopilot all leave such rows behind; counting them would ask for enrolments that already happened.
/// Never true of an enrolled device. Condition (a) is told by hardware ids, here; (b) to (e) by texts, in <see cref="TextTwins"/>.
/// </summary>
internal sealed class SupersededFinder
{
    // A tag on more devices than this is that of a cloned image and says nothing.
    private const int LargestTwinGroup = 10;

    private readonly Inventories _inventories;
    private readonly ChunkedList<Verdict> _devices;
    private readonly HardwareTwins _twins;

    private SupersededFinder(Inventories inventories, ChunkedList<Verdict> devices)
    {
        _inventories = inventories;
        _devices = devices;
        _twins = HardwareTwins.Find(inventories.Entra, devices, LargestTwinGroup);
    }

    /// <summary>Sets <see cref="Verdict.IsSuperseded"/> where it holds.</summary>
    public static void Mark(Inventories inventories, ChunkedList<Verdict> devices)
    {
        var finder = new SupersededFinder(inventories, devices);
        finder.MarkHardwareTwins();
        new TextTwins(inventories, devices, finder._twins).Mark();
    }

    // (a) The registration or join that a machine left behind, told by its hardware id.
    private void MarkHardwareTwins()
    {
        foreach (var group in _twins.Groups)
            foreach (var candidate in group)
            {
                ref var device = ref _devices[candidate];
                if (device.IsEnrolled || device.Platform != Platform.Windows) continue;
                foreach (var twin in group)
                    if (twin != candidate && SupersedesAsTwin(_devices[twin], device)) device.IsSuperseded = true;
            }
    }

    private bool SupersedesAsTwin(in Verdict twin, in Verdict device)
    {
        if (!twin.IsAlive) return false;
        if (twin.IsEnrolled) return true;
        if (device.JoinType == JoinType.EntraRegistered) return twin.IsJoined;
        if (!device.IsJoined || !twin.IsJoined) return false;
        ref var e = ref _inventories.Entra.Rows[device.Records.Entra];
        ref var t = ref _inventories.Entra.Rows[twin.Records.Entra];
        var later = t.Registered.CompareTo(e.Registered);
        return later > 0 || (later == 0 && t.DeviceId.CompareTo(e.DeviceId) > 0);
    }
}
