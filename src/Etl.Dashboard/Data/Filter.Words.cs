using System.Globalization;
using Etl.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Etl.Dashboard.Data;

/// <summary>What is said where something else is shown than what the address asks for.</summary>
public sealed partial record Filter
{
    /// <summary>That this is another day than the one that is asked for; null where it is that one, or none is asked for.</summary>
    public static string? Differs(HttpRequest request, SnapshotDay shown)
    {
        var date = From(request).Date;
        if (date is { } asked)
            return asked == shown.SnapshotDate ? null : $"{Text(asked)} is not published; this is {Text(shown.SnapshotDate)}.";
        return NoDay(request) is { } fault ? $"{fault}; this is the latest published day." : null;
    }

    /// <summary>That a date is none, without a full stop; null where it is one, or none is given.</summary>
    public static string? NoDay(HttpRequest request) =>
        request.Query["date"].ToString().Trim() is { Length: > 0 } date && From(request).Date is null ? $"'{date}' is no day like 2026-11-24" : null;

    /// <summary>Why there is no day to show, and what can be shown instead.</summary>
    /// <param name="days">All published days of all tenants.</param>
    public (string Fault, Filter Latest) Nothing(IReadOnlyList<SnapshotDay> days)
    {
        if (days.Count == 0) return ("Nothing is published yet: 'etl run' publishes the first day.", new Filter());
        var ofTenant = days.Where(day => Tenant is null || day.Tenant.Equals(Tenant, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofTenant.Count == 0)
            return ($"Nothing is published for a tenant '{Tenant}'. Published: {string.Join(", ", days.Select(day => day.Tenant).Distinct())}.", new Filter());
        ofTenant = [.. ofTenant.Where(day => day.Tenant == ofTenant[0].Tenant)];
        return (
            $"Nothing is published for {ofTenant[0].Tenant} up to {Text(Date!.Value)}. Its published days are of {Text(ofTenant[0].SnapshotDate)} to {Text(ofTenant[^1].SnapshotDate)}.",
            new Filter { Tenant = Tenant });
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
