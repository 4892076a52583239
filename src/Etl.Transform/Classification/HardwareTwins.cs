using System.Collections;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>
/// Devices whose Entra objects share an <c>[HWID]</c> tag. A tag on more Entra objects than a machine can have is ignored: it came
/// with a cloned image, and for the rules it is as if it were not there.
/// </summary>
internal sealed class HardwareTwins
{
    private readonly int _largestGroup;
    private readonly BitArray _hasTag;

    // By index of the tag in the inventory: the device it is on, and the tag before that is equal to it.
    private readonly int[] _devices;
    private readonly int[] _before;
    private readonly RowTable<UInt128> _last;

    private HardwareTwins(ChunkedList<UInt128> tags, int deviceCount, int largestGroup)
    {
        _largestGroup = largestGroup;
        _hasTag = new BitArray(deviceCount);
        _devices = new int[tags.Count];
        _before = new int[tags.Count];
        _last = new RowTable<UInt128>(tags.Count, tag => tags[tag]);
    }

    public static HardwareTwins Find(EntraInventory entra, ChunkedList<Verdict> devices, int largestGroup)
    {
        var twins = new HardwareTwins(entra.HardwareIds, devices.Count, largestGroup);
        for (var i = 0; i < devices.Count; i++)
        {
            if (devices[i].Records.Entra < 0) continue;
            ref var row = ref entra.Rows[devices[i].Records.Entra];
            for (var tag = row.HardwareIdStart; tag < row.HardwareIdStart + row.HardwareIdCount; tag++)
                twins.Enter(tag, entra.HardwareIds[tag], i);
        }

        twins.NoteTags();
        return twins;
    }

    /// <summary>Whether the device has a hardware id that counts.</summary>
    public bool HasTag(int device) => _hasTag[device];

    /// <summary>The devices of each tag that two or more share.</summary>
    public IEnumerable<int[]> Groups() => _last.Rows
        .Where(last => IsShared(last) && Counts(last))
        .Select(last => Members(last).ToArray());

    private void Enter(int tag, UInt128 value, int device)
    {
        var place = _last.PlaceOf(value);
        _devices[tag] = device;
        _before[tag] = _last[place];
        _last[place] = tag;
    }

    private void NoteTags()
    {
        foreach (var last in _last.Rows.Where(Counts))
            foreach (var device in Members(last)) _hasTag[device] = true;
    }

    private bool IsShared(int last) => _before[last] != RowTable<UInt128>.None;

    private bool Counts(int last) => !IsShared(last) || Members(last).Count() <= _largestGroup;

    private IEnumerable<int> Members(int last)
    {
        for (var tag = last; tag != RowTable<UInt128>.None; tag = _before[tag]) yield return _devices[tag];
    }
}
