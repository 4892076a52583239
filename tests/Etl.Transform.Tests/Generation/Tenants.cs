using System.Globalization;
using CsCheck;
using Etl.Model.Sources;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Generation;

/// <summary>
/// Small tenants in which keys, SIDs, names, serials and hardware ids collide often, but never with those of another one: the product
/// takes a thousand of them in one run, the naive rules one after the other.
/// </summary>
internal static class Tenants
{
    private const int MostRecords = 7;

    // More Entra objects than one machine can have, under one hardware id: around the number at which it stops to count.
    private static readonly Gen<int> CrowdSize = Gen.Frequency((24, Gen.Const(0)), (1, Gen.Int[8, 11]));

    private static readonly Gen<Tenant> Any =
        from entra in Records.Entra.Array[0, MostRecords]
        from intune in Records.Intune.Array[0, MostRecords]
        from ad in Records.Ad.Array[0, MostRecords]
        from crowdSize in CrowdSize
        from member in Records.Entra
        from wereEnrolled in Gen.OneOf(Pools.Keys).Array[0, 4]
        select new Tenant(
            Twice(WithoutTies(entra.Concat(Crowd(crowdSize, member)))), Twice(WithoutTies(intune)), Twice(WithoutTies(ad)))
        {
            WereEnrolled = wereEnrolled.Select(key => key.ToString("D")).ToHashSet(StringComparer.Ordinal),
        };

    private static readonly Gen<RulesOptions> Options =
        Gen.Select(Gen.OneOf(21, 90), Gen.Bool, (days, personal) => new RulesOptions { StaleAfterDays = days, CountPersonal = personal });

    private static readonly Gen<string[]> Excluded = Gen.OneOf<string[]>([], ["*-2"], ["serial*", "nothing"]);

    /// <summary>Tenants under one set of options: the same on every machine and every day.</summary>
    public static IReadOnlyList<Tenant> Batch(int number, int count)
    {
        var random = new PCG((uint)number, 20261122);
        var options = Options.Generate(random, null, out _);
        var excluded = Excluded.Generate(random, null, out _);
        return [.. Enumerable.Range(0, count).Select(
            i => Numbered(Any.Generate(random, null, out _), i) with { Options = options, ExcludedNames = excluded })];
    }

    /// <summary>All records in one tenant, as the product gets them.</summary>
    public static Tenant Together(this IReadOnlyList<Tenant> parts) => parts[0] with
    {
        Entra = [.. parts.SelectMany(part => part.Entra)],
        Intune = [.. parts.SelectMany(part => part.Intune)],
        Ad = [.. parts.SelectMany(part => part.Ad)],
        WereEnrolled = parts.SelectMany(part => part.WereEnrolled).ToHashSet(StringComparer.Ordinal),
    };

    private static Tenant Numbered(Tenant tenant, int number)
    {
        var digits = number.ToString("D4", CultureInfo.InvariantCulture);
        string? Text(string? text) => text?.Replace(Pools.Mark, digits, StringComparison.OrdinalIgnoreCase);
        Guid Key(Guid key) => Guid.Parse(Text(key.ToString("D"))!);
        return tenant with
        {
            Entra = [.. tenant.Entra.Select(e => e with
            {
                Id = Text(e.Id.ToString())!,
                DeviceId = Key(e.DeviceId),
                DisplayName = Text(e.DisplayName),
                OnPremisesSecurityIdentifier = Text(e.OnPremisesSecurityIdentifier),
                HardwareIds = [.. e.HardwareIds.Select(tag => Text(tag)!)],
            })],
            Intune = [.. tenant.Intune.Select(m => m with
            {
                Id = Text(m.Id.ToString())!,
                AzureADDeviceId = m.AzureADDeviceId is { } id ? Key(id) : null,
                DeviceName = Text(m.DeviceName),
                SerialNumber = Text(m.SerialNumber),
                DeviceEnrollmentType = Text(m.DeviceEnrollmentType),
            })],
            Ad = [.. tenant.Ad.Select(a => a with { ObjectGuid = Key(a.ObjectGuid), Name = Text(a.Name), Sid = Text(a.Sid) })],
            WereEnrolled = tenant.WereEnrolled.Select(id => Text(id)!).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<EntraDevice> Crowd(int size, EntraDevice member) => Enumerable.Range(0, size).Select(i => member with
    {
        Id = $"crowd-{Pools.Mark}-{i}",
        DeviceId = Pools.Key(5000 + i),
        HardwareIds = ["[HWID]:H:0BEE1"],
        OnPremisesSecurityIdentifier = null,
    });

    // A record met twice, as happens across pages.
    private static T[] Twice<T>(T[] records) => records.Length > 3 ? [.. records, records[1]] : records;

    // The rules let records that tie on every ranked field be kept at will; here none do.
    private static EntraDevice[] WithoutTies(IEnumerable<EntraDevice> records) =>
        [.. records.DistinctBy(e => (e.Id, e.ApproximateLastSignInDateTime, e.RegistrationDateTime))];

    private static ManagedDevice[] WithoutTies(IEnumerable<ManagedDevice> records) =>
        [.. records.DistinctBy(m => (m.Id, NaiveDevice.Of(m).State, m.LastSyncDateTime, m.EnrolledDateTime))];

    private static AdComputer[] WithoutTies(IEnumerable<AdComputer> records) =>
    [
        .. records.DistinctBy(
            a => (a.ObjectGuid, a.LastLogon, a.PasswordLastSet, a.WhenCreated, a.Enabled == false, a.DistinguishedName)),
    ];
}
