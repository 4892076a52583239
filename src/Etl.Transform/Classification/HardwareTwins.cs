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
    private const int None = RowTable<UInt128>.None;

    private readonly EntraInventory _entra;
    private readonly ChunkedList<Verdict> _devices;
    private readonly List<int[]> _groups = [];

    // By index of the tag in the inventory: the device it is on, the tag before that is equal to it, and whether it came with an image.
    private readonly int[] _deviceOf;
    private readonly int[] _before;
    private readonly BitArray _isCloned;

    private HardwareTwins(EntraInventory entra, ChunkedList<Verdict> devices)
    {
        _entra = entra;
        _devices = devices;
        _deviceOf = new int[entra.HardwareIds.Count];
        _before = new int[entra.HardwareIds.Count];
        _isCloned = new BitArray(entra.HardwareIds.Count);
    }

    /// <summary>The devices of each tag that two or more share.</summary>
    public IReadOnlyList<int[]> Groups => _groups;

    public static HardwareTwins Find(EntraInventory entra, ChunkedList<Verdict> devices, int largestGroup)
    {
        var twins = new HardwareTwins(entra, devices);
        foreach (var last in twins.LinkEqualTags())
        {
            var tags = twins.EqualTo(last).ToArray();
            if (tags.Length <= largestGroup) twins._groups.Add(Array.ConvertAll(tags, tag => twins._deviceOf[tag]));
            else foreach (var tag in tags) twins._isCloned[tag] = true;
        }

        return twins;
    }

    /// <summary>Whether the device has a hardware id that counts.</summary>
    public bool HasTag(int device)
    {
        var (start, end) = TagsOf(device);
        for (var tag = start; tag < end; tag++)
            if (!_isCloned[tag]) return true;
        return false;
    }

    /// <summary>Of each tag that is there more than once the last.</summary>
    private IEnumerable<int> LinkEqualTags()
    {
        var tags = _entra.HardwareIds;
        var lastByTag = new RowTable<UInt128>(tags.Count, tag => tags[tag]);
        var shared = new List<int>();
        for (var device = 0; device < _devices.Count; device++)
        {
            var (start, end) = TagsOf(device);
            for (var tag = start; tag < end; tag++)
            {
                var place = lastByTag.PlaceOf(tags[tag]);
                var before = lastByTag[place];
                if (before != None && _before[before] == None) shared.Add(place);
                _deviceOf[tag] = device;
                _before[tag] = before;
                lastByTag[place] = tag;
            }
        }

        return shared.Select(place => lastByTag[place]);
    }

    private IEnumerable<int> EqualTo(int last)
    {
        for (var tag = last; tag != None; tag = _before[tag]) yield return tag;
    }

    private (int Start, int End) TagsOf(int device)
    {
        if (_devices[device].Records.Entra < 0) return (0, 0);
        ref var row = ref _entra.Rows[_devices[device].Records.Entra];
        return (row.HardwareIdStart, row.HardwareIdStart + row.HardwareIdCount);
    }
}
