using Etl.Model.Errors;
using Etl.Pipeline.Configuration;

namespace Etl.Cli.Commands;

/// <summary>Which of the configured tenants a command is for.</summary>
internal static class Tenants
{
    public static IReadOnlyList<TenantOptions> Choose(EtlOptions options, string? named)
    {
        if (named is null) return options.Tenants;
        return options.Tenants.FirstOrDefault(tenant => tenant.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } tenant
            ? [tenant]
            : throw new ConfigurationException(
                $"There is no tenant '{named}'; the configuration has {string.Join(", ", options.Tenants.Select(t => t.Name))}.");
    }

    /// <summary>Whether the configuration has a tenant of just this name, which may only not have run yet.</summary>
    public static bool IsConfigured(EtlOptions options, string named) => options.Tenants.Any(tenant => tenant.Name == named);

    /// <summary>Throws where the warehouse has other tenants than the one that was named: a wrong name must not read like an empty warehouse.</summary>
    public static void EnsureNoOther(string named, string what, IEnumerable<string> others)
    {
        var names = string.Join(", ", others.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (names.Length > 0) throw new EtlException(Stage.Export, $"Tenant '{named}' has no {what}. Tenants in the warehouse: {names}.");
    }
}
