using System.Text.RegularExpressions;
using Etl.Model.Devices;

namespace Etl.Transform.Tests.Naive;

/// <summary>The whole of sections 2 to 8, slow and plain: what <see cref="DeviceTransformer"/> is compared with.</summary>
internal static class NaiveTransformer
{
    public static IReadOnlyList<ClassifiedDevice> Devices(Tenant tenant)
    {
        var devices = new NaiveMatcher(tenant).Devices();
        foreach (var device in devices) device.All = devices;
        return [.. devices.Select(Classify).OrderBy(device => device.DeviceId)];
    }

    private static ClassifiedDevice Classify(NaiveDevice d) => new()
    {
        DeviceId = d.DeviceId,
        DeviceName = d.DeviceName,
        JoinType = d.JoinType,
        EnrollmentState = d.State,
        EnrollmentMethod = NaiveTables.Method(d),
        Platform = d.Platform,
        Ownership = d.Ownership,
        ComplianceState = NaiveTables.Compliance(d),
        ManagementAgent = NaiveTables.Agent(d),
        Scope = d.Scope,
        GapReason = d.GapReason,
        IsCovered = d.IsCovered,
        IsAutopilot = d.E?.HasZtdId == true,
        InEntra = d.E is not null,
        InIntune = d.M is not null,
        InAd = d.A is not null,
        AdMatch = d.AdMatch,
        IntuneMatch = d.M is null ? IntuneMatch.None : d.M.AzureADDeviceId is null ? IntuneMatch.Standalone : IntuneMatch.DeviceId,
        IntuneRecordCount = d.IntuneRecordCount,
        JoinTypeAsExpected = NaiveTables.JoinTypeAsExpected(d),
        IsStale = d.IsStale,
        LastActivity = ToMilliseconds(d.LastActivity),
        DaysSinceActivity = d.LastActivity is { } last ? (int)Math.Floor((Tenant.T - last).TotalDays) : null,
        Registered = ToMilliseconds(d.E?.RegistrationDateTime),
        Enrolled = ToMilliseconds(d.M?.EnrolledDateTime),
        LastSync = ToMilliseconds(d.M?.LastSyncDateTime),
        OsVersion = d.FirstVersion,
        SerialNumber = d.M?.SerialNumber,
        Manufacturer = d.M?.Manufacturer ?? d.E?.Manufacturer,
        Model = d.M?.Model ?? d.E?.Model,
        PrimaryUser = d.M?.UserPrincipalName,
        OrganizationalUnit = Parent(d.A?.DistinguishedName),
        EntraObjectId = d.E?.Id,
        IntuneId = d.M?.Id,
        AdDistinguishedName = d.A?.DistinguishedName,
        AdSid = d.A?.Sid,
    };

    private static DateTimeOffset? ToMilliseconds(DateTimeOffset? instant) =>
        instant is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known.ToUnixTimeMilliseconds()) : null;

    private static string? Parent(string? name)
    {
        var match = Regex.Match(
            name ?? "", @"^(\\.|[^\\,])*,\s*(?<parent>.+)$", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));
        return match.Success ? match.Groups["parent"].Value : null;
    }
}
