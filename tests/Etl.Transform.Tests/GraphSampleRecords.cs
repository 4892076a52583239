using System.Globalization;
using Etl.Model.Sources;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests;

/// <summary>What Graph and AD really return, as the records that reading makes of it: ten objects and one computer.</summary>
internal static class GraphSampleRecords
{
    private static readonly EntraDevice AutopilotJoined = new()
    {
        Id = "6c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101",
        DeviceId = new("0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101"),
        DisplayName = "DESKTOP-7QK2M1A",
        AccountEnabled = true,
        ApproximateLastSignInDateTime = At("2026-11-15T06:12:44Z"),
        DeviceOwnership = "Company",
        EnrollmentProfileName = "Corp Autopilot User-Driven",
        IsCompliant = true,
        IsManaged = true,
        ManagementType = "MDM",
        Manufacturer = "LENOVO",
        MdmAppId = new("0000000a-0000-0000-c000-000000000000"),
        Model = "21CBCTO1WW",
        OperatingSystem = "Windows",
        OperatingSystemVersion = "10.0.26100.4652",
        HardwareIds = ["[HWID]:H:6755416654410025"],
        HasZtdId = true,
        ProfileType = "RegisteredDevice",
        RegistrationDateTime = At("2026-03-02T08:41:10Z"),
        TrustType = "AzureAd",
        HasAlternativeSecurityIds = true,
    };

    private static readonly EntraDevice HybridJoined = new()
    {
        Id = "f0c70379-25c6-4fa7-b9b8-8ccdc8ae0102",
        DeviceId = new("a811a5be-cbb4-4f3c-9835-452e5cf30102"),
        DisplayName = "LT-04412",
        AccountEnabled = true,
        ApproximateLastSignInDateTime = At("2026-11-10T03:30:35Z"),
        DeviceOwnership = "Company",
        IsCompliant = true,
        IsManaged = true,
        ManagementType = "MDM",
        Manufacturer = "Dell Inc.",
        MdmAppId = new("54b943f8-d761-4f8d-951e-9cea1846db5a"),
        Model = "Latitude 7440",
        OnPremisesSecurityIdentifier = "S-1-5-21-41432690-3719764436-1984117282-11302",
        OperatingSystem = "Windows",
        OperatingSystemVersion = "10.0.22631.4317",
        HardwareIds = ["[HWID]:H:6755410885010397"],
        ProfileType = "RegisteredDevice",
        RegistrationDateTime = At("2024-08-03T17:12:59Z"),
        TrustType = "ServerAd",
        HasAlternativeSecurityIds = true,
    };

    private static readonly EntraDevice HybridPending = new()
    {
        Id = "2b7d9a10-77b1-4c54-9c9e-6f1d2e3a0103",
        DeviceId = new("e92325d0-11aa-4c2b-8d3e-94ae875d0103"),
        DisplayName = "PC-ACC-0219",
        AccountEnabled = true,
        OnPremisesSecurityIdentifier = "S-1-5-21-41432690-3719764436-1984117282-20177",
        OperatingSystem = "Windows 10 Enterprise",
        OperatingSystemVersion = "10.0 (19045)",
        TrustType = "ServerAd",
        HasAlternativeSecurityIds = false,
    };

    private static readonly EntraDevice DualState = new()
    {
        Id = "de217b7e-0c67-4ca2-b5b7-868f50600104",
        DeviceId = new("159be45a-02d9-4a4e-92ff-94f9dc020104"),
        DisplayName = "LT-04412",
        AccountEnabled = true,
        ApproximateLastSignInDateTime = At("2025-01-17T18:54:41Z"),
        OperatingSystem = "Windows",
        OperatingSystemVersion = "10.0.22631.3007",
        HardwareIds = ["[HWID]:H:6755410885010397"],
        ProfileType = "RegisteredDevice",
        RegistrationDateTime = At("2024-04-06T22:00:54Z"),
        TrustType = "Workplace",
        HasAlternativeSecurityIds = true,
    };

    private static readonly EntraDevice AutopilotWaiting = new()
    {
        Id = "7e0f7c66-9f3b-4a0c-a6f1-0c8f6a900105",
        DeviceId = new("5fd0a0b2-6cf4-4d5e-8a35-1f6f7a2b0105"),
        DisplayName = "PF4ABCDE",
        AccountEnabled = false,
        OperatingSystem = "Windows",
        HasZtdId = true,
        ProfileType = "RegisteredDevice",
        TrustType = "AzureAd",
        HasAlternativeSecurityIds = false,
    };

    private static readonly EntraDevice DefenderServer = new()
    {
        Id = "b1c2d3e4-0606-4f10-9a11-5d6e7f800106",
        DeviceId = new("c4b1e1f0-0606-4a60-8f0a-9d8c7b6a0106"),
        DisplayName = "SRV-FILE01",
        AccountEnabled = true,
        ManagementType = "MicrosoftSense",
        OperatingSystem = "Windows Server",
        OperatingSystemVersion = "10.0.17763.6414",
        HasAlternativeSecurityIds = false,
    };

    private static readonly ManagedDevice AutopilotEnrolled = Managed("9d7e2f10-1111-4a4a-9b9b-a0a0a0a00107") with
    {
        DeviceName = "DESKTOP-7QK2M1A",
        EnrolledDateTime = At("2026-03-02T08:43:02Z"),
        LastSyncDateTime = At("2026-11-21T22:14:09Z"),
        OsVersion = "10.0.26100.4652",
        DeviceEnrollmentType = "windowsAzureADJoin",
        AzureADDeviceId = new("0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101"),
        UserPrincipalName = "ada@contoso.example",
        Model = "21CBCTO1WW",
        Manufacturer = "LENOVO",
        SerialNumber = "PF4ABCDE1",
        ManagementCertificateExpirationDate = At("2027-03-02T08:43:02Z"),
        EnrollmentProfileName = "Corp Autopilot User-Driven",
    };

    private static readonly ManagedDevice CoManaged = Managed("4cf18a02-2222-4b4b-8c8c-b0b0b0b00108") with
    {
        DeviceName = "LT-04412",
        EnrolledDateTime = At("2024-08-03T18:02:55Z"),
        LastSyncDateTime = At("2026-11-22T05:48:31Z"),
        ComplianceState = "inGracePeriod",
        ManagementAgent = "configurationManagerClientMdm",
        OsVersion = "10.0.22631.4317",
        DeviceEnrollmentType = "windowsCoManagement",
        AzureADDeviceId = new("a811a5be-cbb4-4f3c-9835-452e5cf30102"),
        UserPrincipalName = "per@contoso.example",
        Model = "Latitude 7440",
        Manufacturer = "Dell Inc.",
        SerialNumber = "8KQ2XY3",
        ManagementCertificateExpirationDate = At("2027-08-03T18:02:55Z"),
    };

    // azureADDeviceId is the zero GUID and the serial "To be filled by O.E.M.": both read as null.
    private static readonly ManagedDevice MdmOnly = Managed("e8a0c303-3333-4c4c-8d8d-c0c0c0c00109") with
    {
        DeviceName = "DESKTOP-HOME9",
        ManagedDeviceOwnerType = "personal",
        EnrolledDateTime = At("2025-05-19T12:00:41Z"),
        LastSyncDateTime = At("2026-02-01T10:11:12Z"),
        ComplianceState = "noncompliant",
        OsVersion = "10.0.19045.4894",
        DeviceEnrollmentType = "userEnrollment",
        UserPrincipalName = "kim@contoso.example",
        ManagementCertificateExpirationDate = At("2026-05-19T12:00:41Z"),
    };

    private static readonly ManagedDevice IPad = Managed("a1000000-0000-4000-8000-000000000110") with
    {
        DeviceName = "iPad (3)",
        EnrolledDateTime = At("2026-02-10T01:37:29Z"),
        LastSyncDateTime = At("2026-11-20T02:34:09Z"),
        OperatingSystem = "iPadOS",
        OsVersion = "18.6",
        DeviceEnrollmentType = "appleBulkWithUser",
        AzureADDeviceId = new("9e3490a3-47e9-46dc-b1b6-06a786dd0110"),
        SerialNumber = "DMPXX0110",
        ManagementCertificateExpirationDate = At("2027-02-10T01:37:29Z"),
    };

    private static readonly ManagedDevice PersonalAndroid = Managed("a1000000-0000-4000-8000-000000000111") with
    {
        DeviceName = "kai_AndroidForWork_8/1/2025_7:41 PM",
        ManagedDeviceOwnerType = "personal",
        EnrolledDateTime = At("2025-08-01T19:41:33Z"),
        LastSyncDateTime = At("2026-11-13T10:43:45Z"),
        OperatingSystem = "Android",
        ComplianceState = "noncompliant",
        OsVersion = "14.0",
        DeviceEnrollmentType = "userEnrollment",
        AzureADDeviceId = new("466093f4-0fcc-4a29-aacc-c8802d690111"),
        ManagementCertificateExpirationDate = At("2026-12-01T19:41:33Z"),
    };

    private static readonly ManagedDevice RoomPanel = Managed("a1000000-0000-4000-8000-000000000112") with
    {
        DeviceName = "RoomPanel-112",
        EnrolledDateTime = At("2026-07-02T12:01:04Z"),
        LastSyncDateTime = At("2026-11-22T08:28:12Z"),
        OperatingSystem = "Android",
        ManagementAgent = "googleCloudDevicePolicyController",
        OsVersion = "13",
        DeviceEnrollmentType = "unknownFutureValue",
        AzureADDeviceId = new("e592ec56-5d25-4ee1-a35f-4a6f695e0112"),
        SerialNumber = "803032F100000112",
        ManagementCertificateExpirationDate = At("2027-07-02T12:01:04Z"),
    };

    private static readonly AdComputer Laptop = new()
    {
        ObjectGuid = new("a811a5be-cbb4-4f3c-9835-452e5cf30102"),
        DistinguishedName = "CN=LT-04412,OU=Laptops,DC=corp,DC=contoso,DC=example",
        Name = "LT-04412",
        Sid = "S-1-5-21-41432690-3719764436-1984117282-11302",
        Enabled = true,
        OperatingSystem = "Windows 11 Enterprise",
        OperatingSystemWasRead = true,
        OperatingSystemVersion = "10.0 (22631)",
        LastLogon = At("2026-11-16T08:12:44Z"),
        WhenCreated = At("2024-08-03T19:05:10Z"),
        HasUserCertificate = true,
    };

    public static Tenant Together { get; } = Tenant.Of(
        AutopilotJoined, HybridJoined, HybridPending, DualState, AutopilotWaiting, DefenderServer,
        AutopilotEnrolled, CoManaged, MdmOnly, IPad, PersonalAndroid, RoomPanel, Laptop);

    private static ManagedDevice Managed(string id) => new()
    {
        Id = id,
        ManagedDeviceOwnerType = "company",
        ManagementState = "managed",
        OperatingSystem = "Windows",
        ComplianceState = "compliant",
        ManagementAgent = "mdm",
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
