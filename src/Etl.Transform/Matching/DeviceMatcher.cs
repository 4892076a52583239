using System.Collections;
using Etl.Model.Devices;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>
/// One device per device ID: the full outer join of section 2 of the rules. Names never match anything. Time and memory are linear;
/// the result does not depend on the order of the records.
/// </summary>
internal sealed class DeviceMatcher
{
    private readonly ChunkedList<EntraRow> _entra;
    private readonly ChunkedList<IntuneRow> _intune;
    private readonly ChunkedList<AdRow> _ad;
    private readonly Inventories _inventories;
    private readonly BitArray _isEntraDuplicate;
    private readonly BitArray _isIntuneSpent;
    private readonly BitArray _isAdSpent;
    private readonly ChunkedList<MatchedDevice> _devices = new();

    private DeviceMatcher(Inventories inventories)
    {
        _inventories = inventories;
        _entra = inventories.Entra.Rows;
        _intune = inventories.Intune.Rows;
        _ad = inventories.ActiveDirectory.Rows;
        _isEntraDuplicate = new BitArray(_entra.Count);
        _isIntuneSpent = new BitArray(_intune.Count);
        _isAdSpent = new BitArray(_ad.Count);
    }

    public static MatchResult Match(Inventories inventories) => new DeviceMatcher(inventories).Match();

    private MatchResult Match()
    {
        var entraDuplicates = DropEntraDuplicates();
        var (adByGuid, adDuplicates) = DropAdDuplicates();
        var intuneDuplicates = DropIntuneDuplicates();
        var (intuneByKey, superseded) = ChoosePrimaries();

        JoinEntra(adByGuid, intuneByKey);
        JoinBySid();
        JoinRemainingAd(intuneByKey);
        JoinRemainingIntune();

        return new MatchResult(
            _devices,
            new SourceCounts(_entra.Count - entraDuplicates, 0, entraDuplicates),
            new SourceCounts(_intune.Count - intuneDuplicates - superseded, superseded, intuneDuplicates),
            new SourceCounts(_ad.Count - adDuplicates, 0, adDuplicates));
    }

    // By id first, then by deviceId: the same object met twice must not stand for a second device of its own.
    private int DropEntraDuplicates()
    {
        bool Beats(int index, int other) => Ranking.Compare(_entra[index], _entra[other]) > 0;
        var count = Drop(_entra.Count, i => _entra[i].Id, Beats, _isEntraDuplicate).Dropped;
        return count + Drop(_entra.Count, i => _entra[i].DeviceId, Beats, _isEntraDuplicate).Dropped;
    }

    private (Winners<Guid> ByGuid, int Dropped) DropAdDuplicates()
    {
        var texts = _inventories.ActiveDirectory.Texts;
        return Drop(_ad.Count, i => _ad[i].ObjectGuid, (index, other) => Ranking.Compare(_ad[index], _ad[other], texts) > 0, _isAdSpent);
    }

    private int DropIntuneDuplicates() => Drop(_intune.Count, i => _intune[i].Id, BeatsIntune, _isIntuneSpent).Dropped;

    private bool BeatsIntune(int index, int other) => Ranking.Compare(_intune[index], _intune[other]) > 0;

    private static (Winners<TKey> Winners, int Dropped) Drop<TKey>(
        int count, Func<int, TKey> keyOf, Winners<TKey>.Beats beats, BitArray isSpent) where TKey : struct, IEquatable<TKey>
    {
        var winners = new Winners<TKey>(count, keyOf, beats);
        var dropped = 0;
        for (var i = 0; i < count; i++)
        {
            if (isSpent[i]) continue;
            var loser = winners.Enter(i);
            if (loser == MatchedDevice.None) continue;
            isSpent[loser] = true;
            dropped++;
        }

        return (winners, dropped);
    }

    private (Winners<Guid> ByKey, int Superseded) ChoosePrimaries()
    {
        var primaries = new Winners<Guid>(_intune.Count, i => _intune[i].Key, BeatsIntune);
        var superseded = 0;
        for (var i = 0; i < _intune.Count; i++)
        {
            if (_isIntuneSpent[i]) continue;
            ref var row = ref _intune[i];
            row.RecordCount = 1;
            var loser = primaries.Enter(i);
            if (loser == MatchedDevice.None) continue;
            _isIntuneSpent[loser] = true;
            _intune[primaries.Find(row.Key)].RecordCount += _intune[loser].RecordCount;
            superseded++;
        }

        return (primaries, superseded);
    }

    private void JoinEntra(Winners<Guid> adByGuid, Winners<Guid> intuneByKey)
    {
        for (var i = 0; i < _entra.Count; i++)
        {
            if (i + Prefetch.Ahead < _entra.Count)
            {
                var soon = _entra[i + Prefetch.Ahead].DeviceId;
                adByGuid.Expect(soon);
                intuneByKey.Expect(soon);
            }

            if (_isEntraDuplicate[i]) continue;
            var ad = adByGuid.Find(_entra[i].DeviceId);
            var intune = intuneByKey.Find(_entra[i].DeviceId);
            if (ad >= 0) _isAdSpent[ad] = true;
            if (intune >= 0) _isIntuneSpent[intune] = true;
            _devices.Add(new MatchedDevice(i, intune, ad, ad >= 0 ? AdMatch.ObjectGuid : AdMatch.None));
        }
    }

    // The devices so far are those with an E, so that the first of them stand in this list in the order of JoinEntra.
    private void JoinBySid()
    {
        var adBySid = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _ad.Count; i++)
            if (!_isAdSpent[i] && _inventories.ActiveDirectory.Texts.Read(_ad[i].Sid) is { } sid) AddUnlessTwice(adBySid, sid, i);
        if (adBySid.Count == 0) return;

        var deviceBySid = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _devices.Count; i++)
        {
            if (_devices[i].Ad >= 0) continue;
            var sid = _inventories.Entra.Texts.Read(_entra[_devices[i].Entra].Sid);
            if (sid is not null && adBySid.ContainsKey(sid)) AddUnlessTwice(deviceBySid, sid, i);
        }

        foreach (var (sid, device) in deviceBySid)
        {
            var ad = adBySid[sid];
            if (device == Several || ad == Several) continue;
            _isAdSpent[ad] = true;
            _devices[device] = _devices[device] with { Ad = ad, AdMatch = AdMatch.Sid };
        }
    }

    private const int Several = -2;

    private static void AddUnlessTwice(Dictionary<string, int> bySid, string sid, int index)
    {
        if (!bySid.TryAdd(sid, index)) bySid[sid] = Several;
    }

    private void JoinRemainingAd(Winners<Guid> intuneByKey)
    {
        for (var i = 0; i < _ad.Count; i++)
        {
            if (_isAdSpent[i]) continue;
            var intune = intuneByKey.Find(_ad[i].ObjectGuid);
            if (intune >= 0) _isIntuneSpent[intune] = true;
            _devices.Add(new MatchedDevice(MatchedDevice.None, intune, i, AdMatch.ObjectGuid));
        }
    }

    private void JoinRemainingIntune()
    {
        for (var i = 0; i < _intune.Count; i++)
            if (!_isIntuneSpent[i]) _devices.Add(new MatchedDevice(MatchedDevice.None, i, MatchedDevice.None, AdMatch.None));
    }
}
