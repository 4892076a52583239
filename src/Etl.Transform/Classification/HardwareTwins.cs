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
    private readonly (UInt128 Tag, int Device)[] _tagged;
    private readonly int _largestGroup;
    private readonly BitArray _hasTag;

    private HardwareTwins((UInt128 Tag, int Device)[] tagged, int deviceCount, int largestGroup)
    {
        _tagged = tagged;
        _largestGroup = largestGroup;
        _hasTag = new BitArray(deviceCount);
    }

    public static HardwareTwins Find(EntraInventory entra, ChunkedList<Verdict> devices, int largestGroup)
    {
        var tagged = new List<(UInt128 Tag, int Device)>(entra.HardwareIds.Count);
        for (var i = 0; i < devices.Count; i++)
        {
            if (devices[i].Records.Entra < 0) continue;
            ref var row = ref entra.Rows[devices[i].Records.Entra];
            for (var tag = 0; tag < row.HardwareIdCount; tag++) tagged.Add((entra.HardwareIds[row.HardwareIdStart + tag], i));
        }

        var sorted = tagged.ToArray();
        Array.Sort(sorted);
        var twins = new HardwareTwins(sorted, devices.Count, largestGroup);
        twins.NoteTags();
        return twins;
    }

    /// <summary>Whether the device has a hardware id that counts.</summary>
    public bool HasTag(int device) => _hasTag[device];

    /// <summary>The devices of each tag that two or more share.</summary>
    public IEnumerable<int[]> Groups()
    {
        foreach (var (start, end) in Runs())
            if (end - start > 1) yield return Array.ConvertAll(_tagged[start..end], member => member.Device);
    }

    private void NoteTags()
    {
        foreach (var (start, end) in Runs())
            for (var i = start; i < end; i++) _hasTag[_tagged[i].Device] = true;
    }

    private IEnumerable<(int Start, int End)> Runs()
    {
        for (int start = 0, end; start < _tagged.Length; start = end)
        {
            end = start + 1;
            while (end < _tagged.Length && _tagged[end].Tag == _tagged[start].Tag) end++;
            if (end - start <= _largestGroup) yield return (start, end);
        }
    }
}
