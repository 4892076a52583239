using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>
/// Section 7 of the rules, <c>Superseded</c>: rows of the inventories that are the same machine as another row today. Rejoining,
/// adding a work account and Autopilot all leave such rows behind; counting them would ask for enrolments that already happened.
/// Never true of an enrolled device. Each of the conditions (a) to (e) is one method.
/// </summary>
internal sealed class SupersededFinder
{
    // A tag on more devices than this is that of a cloned image and says nothing.
    private const int LargestTwinGroup = 10;
    private const int ShortNameLength = 15;

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
        finder.MarkRegisteredTwinsByName();
        finder.MarkUnjoinedByShortName();
        finder.MarkAutopilotBySerial();
        finder.MarkHybridByShortName();
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

    // (b) The same by name, where a hardware id is missing on either side.
    private void MarkRegisteredTwinsByName()
    {
        var joinedByName = Collect(
            (in Verdict device) => device.JoinType == JoinType.EntraRegistered && device.Platform == Platform.Windows && !device.IsEnrolled,
            DisplayName,
            (in Verdict device) => device.IsJoined && device.Platform == Platform.Windows && device.IsAlive);
        foreach (var (candidates, joined) in joinedByName)
        {
            if (joined.Count == 0) continue;
            var anyWithoutTag = joined.Exists(t => !_twins.HasTag(t));
            foreach (var candidate in candidates)
                if (anyWithoutTag || !_twins.HasTag(candidate)) _devices[candidate].IsSuperseded = true;
        }
    }

    // (c) An Intune-only or untyped row of a PC that AD or Entra knows under the same short name, where only one PC has that name.
    private void MarkUnjoinedByShortName()
    {
        var knownByName = Collect(
            (in Verdict device) => device.JoinType is JoinType.NotJoined or JoinType.Unknown && device.Platform == Platform.Windows
                && !device.IsEnrolled,
            ShortName,
            IsKnownPc);
        foreach (var (candidates, known) in knownByName)
            foreach (var candidate in candidates)
                if (known.Count - (IsKnownPc(_devices[candidate]) ? 1 : 0) == 1) _devices[candidate].IsSuperseded = true;
    }

    private static bool IsKnownPc(in Verdict device) =>
        device.Platform == Platform.Windows && (device.Records.Ad >= 0 || device.IsJoined);

    // (d) The object that Autopilot made before the machine joined under another one: it is named by the serial number.
    private void MarkAutopilotBySerial()
    {
        var enrolledBySerial = Collect(
            (in Verdict device) => device.JoinType == JoinType.AutopilotPending && !device.IsEnrolled,
            DisplayName,
            (in Verdict device) => device.IsEnrolled,
            (in Verdict device) => _inventories.Intune.Texts.Read(_inventories.FactsOf(device.Records, default).M.SerialNumber));
        foreach (var (candidates, enrolled) in enrolledBySerial)
            foreach (var candidate in candidates)
                if (enrolled.Count > 0) _devices[candidate].IsSuperseded = true;
    }

    // (e) The hybrid object of an Autopilot hybrid join, while Intune's record still points at the Autopilot object.
    private void MarkHybridByShortName()
    {
        var autopilotByName = Collect(
            (in Verdict device) => device.JoinType is JoinType.HybridJoined or JoinType.HybridPending && !device.IsEnrolled,
            ShortName,
            (in Verdict device) => device is { IsEnrolled: true, JoinType: JoinType.EntraJoined }
                && _inventories.Entra.Rows[device.Records.Entra].HasZtdId);
        foreach (var (candidates, autopilot) in autopilotByName)
            foreach (var candidate in candidates)
                if (autopilot.Count > 0) _devices[candidate].IsSuperseded = true;
    }

    private delegate bool Predicate(in Verdict device);

    private delegate string? TextOf(in Verdict device);

    // Devices that may be superseded and those that may supersede them, by a text they share without case. Only texts of candidates
    // are kept: in most tenants these are a small part.
    private Dictionary<string, (List<int> Candidates, List<int> Others)>.ValueCollection Collect(
        Predicate isCandidate, TextOf textOf, Predicate isOther, TextOf? otherTextOf = null)
    {
        var byText = new Dictionary<string, (List<int> Candidates, List<int> Others)>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _devices.Count; i++)
        {
            if (!isCandidate(_devices[i]) || textOf(_devices[i]) is not { } text) continue;
            if (!byText.TryGetValue(text, out var entry)) byText[text] = entry = ([], []);
            entry.Candidates.Add(i);
        }

        if (byText.Count == 0) return byText.Values;
        for (var i = 0; i < _devices.Count; i++)
            if (isOther(_devices[i]) && (otherTextOf ?? textOf)(_devices[i]) is { } text && byText.TryGetValue(text, out var entry))
                entry.Others.Add(i);
        return byText.Values;
    }

    private string? DisplayName(in Verdict device) =>
        device.Records.Entra < 0 ? null : _inventories.Entra.Texts.Read(_inventories.Entra.Rows[device.Records.Entra].DisplayName);

    private string? ShortName(in Verdict device) =>
        _inventories.DeviceName(_inventories.FactsOf(device.Records, default)) is not { } name ? null
        : name.Length <= ShortNameLength ? name
        : name[..ShortNameLength];
}
