namespace Etl.Benchmarks.Floor;

/// <summary>What the product asks Graph for, in its order, so that all variants are sent the same bytes.</summary>
internal static class NeededProperties
{
    public const string Prefer = "include-unknown-enum-members";
    public const int DevicesTop = 999;
    public const int ManagedDevicesTop = 1_000;

    public static IReadOnlyList<string> Devices { get; } =
    [
        "id", "deviceId", "displayName", "accountEnabled", "trustType", "profileType", "registrationDateTime",
        "approximateLastSignInDateTime", "enrollmentProfileName", "isManaged", "isCompliant", "managementType", "mdmAppId",
        "deviceOwnership", "operatingSystem", "operatingSystemVersion", "manufacturer", "model", "onPremisesSecurityIdentifier",
        "physicalIds", "alternativeSecurityIds",
    ];

    public static IReadOnlyList<string> ManagedDevices { get; } =
    [
        "id", "azureADDeviceId", "deviceName", "serialNumber", "userPrincipalName", "enrolledDateTime", "lastSyncDateTime",
        "managementCertificateExpirationDate", "deviceEnrollmentType", "enrollmentProfileName", "managedDeviceOwnerType",
        "managementAgent", "managementState", "complianceState", "operatingSystem", "osVersion", "manufacturer", "model",
    ];
}
