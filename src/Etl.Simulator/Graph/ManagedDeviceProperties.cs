using System.Collections.Frozen;
using System.Text.Json;
using Etl.Simulator.Population;

namespace Etl.Simulator.Graph;

/// <summary>The properties of <c>microsoft.graph.managedDevice</c>, in Graph's own spelling.</summary>
internal static class ManagedDeviceProperties
{
    private static readonly DateTime Never = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime ForEver = new(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc);

    // Members that the v1.0 schema does not have: shown only with "Prefer: include-unknown-enum-members".
    private static readonly FrozenSet<string> NewerMembers = new[]
    {
        "azureAdJoinUsingAzureVmExtension", "androidEnterpriseDedicatedDevice", "androidEnterpriseFullyManaged",
        "androidEnterpriseCorporateWorkProfile", "androidAOSPUserOwnedDeviceEnrollment", "androidAOSPUserlessDeviceEnrollment",
        "appleACMEDEPUserless", "appleAccountDrivenUserEnrollment", "intuneAosp",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static GraphProperty<IntuneRow>[] AllMembers { get; } = Make(member => member);

    public static GraphProperty<IntuneRow>[] KnownMembers { get; } =
        Make(member => NewerMembers.Contains(member) ? "unknownFutureValue" : member);

    public static void WriteUndeclared(Utf8JsonWriter writer, IntuneRow row)
    {
        if (!row.ShowsUndeclared) return;
        writer.WriteString("skuFamily"u8, "Enterprise");
        writer.WriteStartObject("hardwareInformation"u8);
        writer.WriteString("id"u8, "not the id of the device");
        writer.WriteEndObject();
    }

    private static GraphProperty<IntuneRow>[] Make(Func<string, string> member) =>
    [
        new("id", (w, r) => w.WriteStringValue(r.Id)),
        new("userId", (w, r) => w.WriteStringValue(r.UserId)),
        new("deviceName", (w, r) => w.WriteStringValue(r.DeviceName)),
        new("managedDeviceOwnerType", (w, r) => w.WriteStringValue(r.OwnerType)),
        new("managementState", (w, r) => w.WriteStringValue(r.ManagementState)),
        new("enrolledDateTime", (w, r) => w.WriteStringValue(r.Enrolled ?? Never)),
        new("lastSyncDateTime", (w, r) => w.WriteStringValue(r.LastSync ?? Never)),
        new("operatingSystem", (w, r) => w.WriteStringValue(r.OperatingSystem)),
        new("complianceState", (w, r) => w.WriteStringValue(r.ComplianceState)),
        new("jailBroken", (w, r) => w.WriteStringValue(r.IsSupervised ? "False" : "Unknown")),
        new("managementAgent", (w, r) => w.WriteStringValue(member(r.ManagementAgent))),
        new("osVersion", (w, r) => w.WriteStringValue(r.OsVersion)),
        new("easActivated", (w, r) => w.WriteBooleanValue(r.ManagementAgent == "eas")),
        new("easDeviceId", (w, _) => w.WriteStringValue("")),
        new("easActivationDateTime", (w, _) => w.WriteStringValue(Never)),
        new("azureADRegistered", (w, r) => w.WriteTruth(r.AzureADRegistered)),
        new("deviceEnrollmentType", (w, r) => w.WriteStringValue(member(r.EnrollmentType))),
        new("activationLockBypassCode", (w, _) => w.WriteNullValue()),
        new("emailAddress", (w, r) => w.WriteStringValue(r.UserPrincipalName)),
        new("azureADDeviceId", (w, r) => w.WriteStringValue(r.AzureADDeviceId)),
        new("deviceRegistrationState", (w, r) => w.WriteStringValue(r.AzureADRegistered is true ? "registered" : "notRegistered")),
        new("deviceCategoryDisplayName", (w, _) => w.WriteStringValue("Unknown")),
        new("isSupervised", (w, r) => w.WriteBooleanValue(r.IsSupervised)),
        new("exchangeLastSuccessfulSyncDateTime", (w, _) => w.WriteStringValue(Never)),
        new("exchangeAccessState", (w, _) => w.WriteStringValue("none")),
        new("exchangeAccessStateReason", (w, _) => w.WriteStringValue("none")),
        new("remoteAssistanceSessionUrl", (w, _) => w.WriteNullValue()),
        new("remoteAssistanceSessionErrorDetails", (w, _) => w.WriteNullValue()),
        new("isEncrypted", (w, r) => w.WriteBooleanValue(r.IsEncrypted)),
        new("userPrincipalName", (w, r) => w.WriteStringValue(r.UserPrincipalName)),
        new("model", (w, r) => w.WriteStringValue(r.Model)),
        new("manufacturer", (w, r) => w.WriteStringValue(r.Manufacturer)),
        new("imei", (w, _) => w.WriteStringValue("")),
        new("complianceGracePeriodExpirationDateTime", (w, r) => w.WriteStringValue(r.GracePeriodEnds ?? ForEver)),
        new("serialNumber", (w, r) => w.WriteStringValue(r.SerialNumber)),
        new("phoneNumber", (w, _) => w.WriteStringValue("")),
        new("androidSecurityPatchLevel", (w, _) => w.WriteStringValue("")),
        new("userDisplayName", (w, r) => w.WriteStringValue(r.UserDisplayName)),
        new("configurationManagerClientEnabledFeatures", WriteConfigurationManagerFeatures),
        new("wiFiMacAddress", (w, _) => w.WriteStringValue("")),
        new("deviceHealthAttestationState", (w, _) => w.WriteNullValue()),
        new("subscriberCarrier", (w, _) => w.WriteStringValue("")),
        new("meid", (w, _) => w.WriteStringValue("")),
        new("totalStorageSpaceInBytes", (w, r) => w.WriteNumberValue(r.TotalStorage)),
        new("freeStorageSpaceInBytes", (w, r) => w.WriteNumberValue(r.FreeStorage)),
        new("managedDeviceName", (w, r) => w.WriteStringValue(r.ManagedDeviceName)),
        new("partnerReportedThreatState", (w, _) => w.WriteStringValue("unknown")),
        new("requireUserEnrollmentApproval", (w, _) => w.WriteNullValue()),
        new("managementCertificateExpirationDate", (w, r) => w.WriteStringValue(r.CertificateExpires ?? Never)),
        new("iccid", (w, _) => w.WriteNullValue()),
        new("udid", (w, _) => w.WriteNullValue()),
        new("notes", (w, _) => w.WriteNullValue()),
        new("ethernetMacAddress", (w, _) => w.WriteNullValue()),
        new("physicalMemoryInBytes", (w, _) => w.WriteNumberValue(0)),
        new("enrollmentProfileName", (w, r) => w.WriteStringValue(r.EnrollmentProfileName)),
        new("deviceActionResults", (w, _) => w.WriteTexts([])),
    ];

    private static void WriteConfigurationManagerFeatures(Utf8JsonWriter writer, IntuneRow row)
    {
        if (!row.ManagementAgent.StartsWith("configurationManager", StringComparison.Ordinal))
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteBoolean("inventory"u8, false);
        writer.WriteBoolean("modernApps"u8, false);
        writer.WriteBoolean("resourceAccess"u8, false);
        writer.WriteBoolean("deviceConfiguration"u8, false);
        writer.WriteBoolean("compliancePolicy"u8, true);
        writer.WriteBoolean("windowsUpdateForBusiness"u8, false);
        writer.WriteEndObject();
    }
}
