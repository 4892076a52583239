using System.Runtime.InteropServices;
using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>
/// Conditions (b) to (e) of <c>Superseded</c>: a candidate shares a name or a serial number, without case, with a device that it is
/// superseded by. The join type says which of the four a candidate may meet. Texts lie all over the memory, so that each device is
/// visited once for all conditions, and only those of candidates are kept: in most tenants these are a small part.
/// </summary>
internal sealed class TextTwins(Inventories inventories, ChunkedList<Verdict> devices, HardwareTwins twins)
{
    private const int ShortNameLength = 15;
    private const int UsualLength = 256;

    private readonly List<(int Device, Rivals Rivals)> _candidates = [];
    private readonly RivalTable _joinedByName = new();
    private readonly RivalTable _knownByShortName = new();
    private readonly RivalTable _enrolledBySerial = new();
    private readonly RivalTable _autopilotByShortName = new();

    /// <summary>Sets <see cref="Verdict.IsSuperseded"/> where one of the four holds.</summary>
    public void Mark()
    {
        Span<char> buffer = stackalloc char[UsualLength];
        for (var i = 0; i < devices.Count; i++) NoteCandidate(i, buffer);
        if (_candidates.Count == 0) return;
        for (var i = 0; i < devices.Count; i++) NoteRival(i, buffer);
        foreach (var (device, rivals) in _candidates)
            if (IsSuperseded(device, rivals)) devices[device].IsSuperseded = true;
    }

    private void NoteCandidate(int index, Span<char> buffer)
    {
        ref var device = ref devices[index];
        if (device.IsEnrolled) return;
        var rivals = device switch
        {
            { JoinType: JoinType.EntraRegistered, Platform: Platform.Windows } => _joinedByName.For(DisplayName(device, buffer)),
            { JoinType: JoinType.NotJoined or JoinType.Unknown, Platform: Platform.Windows } => _knownByShortName.For(ShortName(device, buffer)),
            { JoinType: JoinType.AutopilotPending } => _enrolledBySerial.For(DisplayName(device, buffer)),
            { JoinType: JoinType.HybridJoined or JoinType.HybridPending } => _autopilotByShortName.For(ShortName(device, buffer)),
            _ => null,
        };
        if (rivals is not null) _candidates.Add((index, rivals));
    }

    private void NoteRival(int index, Span<char> buffer)
    {
        ref var device = ref devices[index];
        if (!_joinedByName.IsEmpty && device is { IsJoined: true, Platform: Platform.Windows, IsAlive: true }
            && _joinedByName.Find(DisplayName(device, buffer)) is { } joined)
        {
            joined.Count++;
            joined.HasOneWithoutTag |= !twins.HasTag(index);
        }

        if (!_knownByShortName.IsEmpty && IsKnownPc(device)) _knownByShortName.Find(ShortName(device, buffer))?.Count += 1;
        if (!_enrolledBySerial.IsEmpty && device.IsEnrolled) _enrolledBySerial.Find(Serial(device, buffer))?.Count += 1;
        if (!_autopilotByShortName.IsEmpty && IsByAutopilot(device)) _autopilotByShortName.Find(ShortName(device, buffer))?.Count += 1;
    }

    private bool IsSuperseded(int index, Rivals rivals)
    {
        ref var device = ref devices[index];
        return device.JoinType switch
        {
            // (b) The registration that a machine left behind, where a hardware id is missing on either side.
            JoinType.EntraRegistered => rivals.Count > 0 && (rivals.HasOneWithoutTag || !twins.HasTag(index)),

            // (c) An Intune-only or untyped row of a PC that AD or Entra knows, where only one PC has that name.
            JoinType.NotJoined or JoinType.Unknown => rivals.Count - (IsKnownPc(device) ? 1 : 0) == 1,

            // (d) The object that Autopilot made before the machine joined under another one: it is named by the serial number.
            // (e) The hybrid object of an Autopilot hybrid join, while Intune's record still points at the Autopilot object.
            _ => rivals.Count > 0,
        };
    }

    private static bool IsKnownPc(in Verdict device) =>
        device.Platform == Platform.Windows && (device.Records.Ad >= 0 || device.IsJoined);

    private bool IsByAutopilot(in Verdict device) =>
        device is { IsEnrolled: true, JoinType: JoinType.EntraJoined } && inventories.Entra.Rows[device.Records.Entra].HasZtdId;

    private ReadOnlySpan<char> DisplayName(in Verdict device, Span<char> buffer) =>
        inventories.Entra.Texts.Read(inventories.FactsOf(device.Records, default).E.DisplayName, buffer);

    private ReadOnlySpan<char> Serial(in Verdict device, Span<char> buffer) =>
        inventories.Intune.Texts.Read(inventories.FactsOf(device.Records, default).M.SerialNumber, buffer);

    private ReadOnlySpan<char> ShortName(in Verdict device, Span<char> buffer)
    {
        var name = inventories.DeviceName(inventories.FactsOf(device.Records, default), buffer);
        return name.Length <= ShortNameLength ? name : name[..ShortNameLength];
    }

    /// <summary>The devices that may supersede the candidates of one text.</summary>
    private sealed class Rivals
    {
        public int Count { get; set; }

        public bool HasOneWithoutTag { get; set; }
    }

    private sealed class RivalTable
    {
        private readonly Dictionary<string, Rivals>.AlternateLookup<ReadOnlySpan<char>> _byText =
            new Dictionary<string, Rivals>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        public bool IsEmpty => _byText.Dictionary.Count == 0;

        /// <summary>For a candidate; null where it has no text.</summary>
        public Rivals? For(ReadOnlySpan<char> text) =>
            text.IsEmpty ? null : CollectionsMarshal.GetValueRefOrAddDefault(_byText, text, out _) ??= new Rivals();

        /// <summary>Null where no candidate has this text.</summary>
        public Rivals? Find(ReadOnlySpan<char> text) => _byText.TryGetValue(text, out var rivals) ? rivals : null;
    }
}
