using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Matching;

namespace Etl.Transform.Tests.Naive;

/// <summary>Section 2 of the rules, as slow as it likes.</summary>
internal sealed class NaiveMatcher
{
    private readonly Tenant _tenant;
    private readonly List<EntraDevice> _entra;
    private readonly List<ManagedDevice> _intune;
    private readonly List<AdComputer> _ad;
    private readonly List<ManagedDevice> _primaries;

    public NaiveMatcher(Tenant tenant)
    {
        _tenant = tenant;
        _entra = [.. tenant.Entra
            .GroupBy(e => e.Id.ToString(), StringComparer.Ordinal).Select(Best)
            .GroupBy(e => e.DeviceId).Select(Best)];
        _ad = [.. tenant.Ad.GroupBy(a => a.ObjectGuid).Select(Best)];
        _intune = [.. tenant.Intune.GroupBy(m => m.Id.ToString(), StringComparer.Ordinal).Select(Best)];
        _primaries = [.. _intune.GroupBy(KeyOf, StringComparer.Ordinal).Select(Best)];
    }

    public SourceCounts EntraCounts => new(_entra.Count, 0, _tenant.Entra.Count - _entra.Count);

    public SourceCounts IntuneCounts =>
        new(_primaries.Count, _intune.Count - _primaries.Count, _tenant.Intune.Count - _intune.Count);

    public SourceCounts AdCounts => new(_ad.Count, 0, _tenant.Ad.Count - _ad.Count);

    public List<NaiveDevice> Devices()
    {
        var entraKeys = _entra.Select(e => Text(e.DeviceId)).ToList();
        var adKeys = _ad.Select(a => Text(a.ObjectGuid)).ToList();
        var keys = entraKeys.Union(adKeys).Union(_primaries.Select(KeyOf));
        return [.. keys.Select(DeviceAt).Where(device => device.E is not null || device.M is not null || device.A is not null)];
    }

    private NaiveDevice DeviceAt(string key)
    {
        var e = _entra.SingleOrDefault(x => Text(x.DeviceId) == key);
        var m = _primaries.SingleOrDefault(x => KeyOf(x) == key);
        var a = _ad.SingleOrDefault(x => Text(x.ObjectGuid) == key);
        var bySid = e is not null && a is null ? AdBySid(e) : null;
        if (e is null && a is not null && EntraBySid(a) is not null) a = null;
        return new NaiveDevice
        {
            E = e,
            M = m,
            A = a ?? bySid,
            AdMatch = a is not null ? AdMatch.ObjectGuid : bySid is not null ? AdMatch.Sid : AdMatch.None,
            IntuneRecordCount = _intune.Count(x => KeyOf(x) == key),
            Tenant = _tenant,
        };
    }

    private IEnumerable<EntraDevice> EntraWithoutAd => _entra.Where(e => !_ad.Exists(a => a.ObjectGuid == e.DeviceId));

    private IEnumerable<AdComputer> AdWithoutEntra => _ad.Where(a => !_entra.Exists(e => e.DeviceId == a.ObjectGuid));

    private AdComputer? AdBySid(EntraDevice e) => AdWithoutEntra.SingleOrDefault(a => EntraBySid(a) == e);

    private EntraDevice? EntraBySid(AdComputer a)
    {
        if (a.Sid is null || AdWithoutEntra.Count(other => other.Sid == a.Sid) != 1) return null;
        var candidates = EntraWithoutAd.Where(e => e.OnPremisesSecurityIdentifier == a.Sid).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private static string KeyOf(ManagedDevice m) => Text(m.AzureADDeviceId) ?? NaiveDevice.IdAsKey(m.Id.ToString());

    private static string Text(Guid guid) => guid.ToString("D");

    private static string? Text(Guid? guid) => guid?.ToString("D");

    private static EntraDevice Best(IEnumerable<EntraDevice> same) => same
        .OrderByDescending(e => e.ApproximateLastSignInDateTime ?? DateTimeOffset.MinValue)
        .ThenByDescending(e => e.RegistrationDateTime ?? DateTimeOffset.MinValue)
        .ThenBy(e => e.Id.ToString(), StringComparer.Ordinal)
        .First();

    private static ManagedDevice Best(IEnumerable<ManagedDevice> same) => same
        .OrderByDescending(m => NaiveTables.States.FirstThatHolds(NaiveDevice.Of(m)) == EnrollmentState.Enrolled)
        .ThenByDescending(m => m.LastSyncDateTime ?? DateTimeOffset.MinValue)
        .ThenByDescending(m => m.EnrolledDateTime ?? DateTimeOffset.MinValue)
        .ThenBy(m => m.Id.ToString(), StringComparer.Ordinal)
        .First();

    private static AdComputer Best(IEnumerable<AdComputer> same) => same
        .OrderByDescending(a => a.LastLogon ?? DateTimeOffset.MinValue)
        .ThenByDescending(a => a.PasswordLastSet ?? DateTimeOffset.MinValue)
        .ThenByDescending(a => a.WhenCreated ?? DateTimeOffset.MinValue)
        .ThenBy(a => a.Enabled == false)
        .ThenBy(a => a.DistinguishedName, StringComparer.Ordinal)
        .First();
}
