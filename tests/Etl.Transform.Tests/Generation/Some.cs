using Etl.Model.Sources;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Generation;

/// <summary>
/// Records without anything odd about them: a Windows PC, alive, Entra joined, enrolled. Records of one number are one device.
/// </summary>
internal static class Some
{
    public static readonly Guid IntuneApp = new("0000000a-0000-0000-c000-000000000000");
    public static readonly Guid ConfigMgrApp = new("54b943f8-d761-4f8d-951e-9cea1846db5a");
    public static readonly Guid OtherApp = new("11111111-2222-3333-4444-555555555555");

    public static Guid Key(int number) => new(number, 0x11, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    public static string Id(int number) => Key(number).ToString("D");

    public static EntraDevice Entra(int number) => new()
    {
        Id = $"e-{number}",
        DeviceId = Key(number),
        AccountEnabled = true,
        TrustType = "AzureAd",
        ProfileType = "RegisteredDevice",
        HasAlternativeSecurityIds = true,
        RegistrationDateTime = T.AddDays(-100),
        ApproximateLastSignInDateTime = T.AddDays(-5),
        OperatingSystem = "Windows",
        OperatingSystemVersion = "10.0.22631.4317",
    };

    public static ManagedDevice Intune(int number) => new()
    {
        Id = $"m-{number}",
        AzureADDeviceId = Key(number),
        DeviceEnrollmentType = "windowsAzureADJoin",
        ManagementAgent = "mdm",
        ManagementState = "managed",
        ManagedDeviceOwnerType = "company",
        ComplianceState = "compliant",
        EnrolledDateTime = T.AddDays(-100),
        LastSyncDateTime = T.AddDays(-1),
        OperatingSystem = "Windows",
        OsVersion = "10.0.22631.4317",
    };

    public static AdComputer Ad(int number) => new()
    {
        ObjectGuid = Key(number),
        Enabled = true,
        UserAccountControl = 0x1000,
        OperatingSystem = "Windows 11 Enterprise",
        OperatingSystemWasRead = true,
        OperatingSystemVersion = "10.0 (22631)",
        LastLogon = T.AddDays(-6),
        WhenCreated = T.AddDays(-100),
        HasUserCertificate = true,
    };
}
