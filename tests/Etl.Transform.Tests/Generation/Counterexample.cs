using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Generation;

/// <summary>Runs a check over many tenants at once and, where it fails, looks for the smallest one for which it does.</summary>
internal static class Counterexample
{
    public static void ShouldHold(this IReadOnlyList<Tenant> tenants, Action<IReadOnlyList<Tenant>> check)
    {
        if (FailureOf(check, tenants) is not { } failure) return;
        if (tenants.FirstOrDefault(tenant => FailureOf(check, [tenant]) is not null) is not { } failing)
            throw new ShouldAssertException($"{failure}\n\nNone of the {tenants.Count} tenants fails alone.");
        var smallest = Shrink(failing, tenant => FailureOf(check, [tenant]) is not null);
        throw new ShouldAssertException($"{FailureOf(check, [smallest])}\n\nSmallest tenant that fails:\n{smallest}");
    }

    private static Tenant Shrink(Tenant tenant, Predicate<Tenant> fails)
    {
        while (Smaller(tenant).FirstOrDefault(t => fails(t)) is { } smaller) tenant = smaller;
        return tenant;
    }

    private static IEnumerable<Tenant> Smaller(Tenant tenant)
    {
        for (var i = 0; i < tenant.Entra.Count; i++) yield return tenant with { Entra = Without(tenant.Entra, i) };
        for (var i = 0; i < tenant.Intune.Count; i++) yield return tenant with { Intune = Without(tenant.Intune, i) };
        for (var i = 0; i < tenant.Ad.Count; i++) yield return tenant with { Ad = Without(tenant.Ad, i) };
    }

    private static T[] Without<T>(IReadOnlyList<T> records, int index) => [.. records.Where((_, i) => i != index)];

    private static Exception? FailureOf(Action<IReadOnlyList<Tenant>> check, IReadOnlyList<Tenant> tenants)
    {
        try
        {
            check(tenants);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure;
        }
    }
}
