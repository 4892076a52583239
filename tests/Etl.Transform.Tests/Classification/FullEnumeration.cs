using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Every combination of what a rule reads, as devices of one tenant, against the naive rules device by device.</summary>
internal static class FullEnumeration
{
    /// <returns>The devices, for what a test wants to have met.</returns>
    public static IReadOnlyList<ClassifiedDevice> ShouldBeAsTheRulesSay(this IEnumerable<Tenant> cases, int count)
    {
        var all = cases.ToList();
        all.Count.ShouldBe(count);
        all.ShouldHold(tenants =>
            tenants.Together().Transform().Devices.ShouldBeDevices(tenants.AsParallel().SelectMany(NaiveTransformer.Devices)));
        return [.. all.Together().Transform().Devices];
    }

    public static void ShouldMeet<TCode>(
        this IReadOnlyList<ClassifiedDevice> devices, Func<ClassifiedDevice, TCode> code, IEnumerable<TCode> expected) =>
        devices.Select(code).Distinct().Order().ShouldBe(expected.Order());

    /// <summary>One device; null where it has no such record. It gets a key and ids of its own.</summary>
    public static Tenant Case(int number, EntraDevice? e, ManagedDevice? m, AdComputer? a)
    {
        var records = new object?[]
        {
            e is null ? null : e with { Id = $"e-{number}", DeviceId = Some.Key(number) },
            m is null ? null : m with { Id = $"m-{number}", AzureADDeviceId = m.AzureADDeviceId is null ? null : Some.Key(number) },
            a is null ? null : a with { ObjectGuid = Some.Key(number) },
        };
        return Tenant.Of([.. records.OfType<object>()]);
    }

    /// <summary>All combinations in which there is any record at all.</summary>
    public static IEnumerable<Tenant> Cases(
        IReadOnlyList<EntraDevice?> entra, IReadOnlyList<ManagedDevice?> intune, IReadOnlyList<AdComputer?> ad)
    {
        var combinations =
            from e in entra
            from m in intune
            from a in ad
            where e is not null || m is not null || a is not null
            select (e, m, a);
        return combinations.Select((c, number) => Case(number, c.e, c.m, c.a));
    }
}
