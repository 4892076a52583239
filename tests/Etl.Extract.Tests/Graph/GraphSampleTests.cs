using System.Globalization;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.Graph;

/// <summary>Objects as the real service returns them, in tests/samples/graph.</summary>
public sealed class GraphSampleTests : GraphTest
{
    [Fact]
    public async Task Reads_an_entra_joined_autopilot_device()
    {
        var device = await ReadDeviceAsync("01-device-entra-joined-autopilot-enrolled");

        device.HardwareIds.ShouldBe(["[HWID]:H:6755416654410025"]);
        (device with { HardwareIds = [] }).ShouldBe(new EntraDevice
        {
            Id = "6c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101",
            DeviceId = new Guid("0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101"),
            DisplayName = "DESKTOP-7QK2M1A",
            AccountEnabled = true,
            TrustType = "AzureAd",
            ProfileType = "RegisteredDevice",
            RegistrationDateTime = Utc("2026-03-02 08:41:10"),
            ApproximateLastSignInDateTime = Utc("2026-11-15 06:12:44"),
            EnrollmentProfileName = "Corp Autopilot User-Driven",
            IsManaged = true,
            IsCompliant = true,
            ManagementType = "MDM",
            MdmAppId = new Guid("0000000a-0000-0000-c000-000000000000"),
            DeviceOwnership = "Company",
            OperatingSystem = "Windows",
            OperatingSystemVersion = "10.0.26100.4652",
            Manufacturer = "LENOVO",
            Model = "21CBCTO1WW",
            HasZtdId = true,
            HasAlternativeSecurityIds = true,
        });
    }

    [Fact]
    public async Task Reads_a_hybrid_joined_device()
    {
        var device = await ReadDeviceAsync("02-device-hybrid-joined-comanaged");

        device.DeviceId.ShouldBe(new Guid("a811a5be-cbb4-4f3c-9835-452e5cf30102"));
        device.TrustType.ShouldBe("ServerAd");
        device.OnPremisesSecurityIdentifier.ShouldBe("S-1-5-21-41432690-3719764436-1984117282-11302");
        device.MdmAppId.ShouldBe(new Guid("54b943f8-d761-4f8d-951e-9cea1846db5a"));
        device.HardwareIds.ShouldBe(["[HWID]:H:6755410885010397"]);
        device.HasZtdId.ShouldBeFalse();
    }

    [Fact]
    public async Task Reads_a_pending_hybrid_device()
    {
        var device = await ReadDeviceAsync("03-device-hybrid-pending");

        device.TrustType.ShouldBe("ServerAd");
        device.ProfileType.ShouldBeNull();
        device.HasAlternativeSecurityIds.ShouldBe(false);
        device.RegistrationDateTime.ShouldBeNull();
        device.OperatingSystem.ShouldBe("Windows 10 Enterprise");
        device.HardwareIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_a_registered_device()
    {
        var device = await ReadDeviceAsync("04-device-workplace-registered-unmanaged-dual-state");

        device.TrustType.ShouldBe("Workplace");
        device.IsManaged.ShouldBeNull();
        device.HardwareIds.ShouldBe(["[HWID]:H:6755410885010397"]);
    }

    [Fact]
    public async Task Reads_a_device_that_autopilot_created_before_any_join()
    {
        var device = await ReadDeviceAsync("05-device-autopilot-precreated-not-joined");

        device.AccountEnabled.ShouldBe(false);
        device.HasZtdId.ShouldBeTrue();
        device.HasAlternativeSecurityIds.ShouldBe(false);
        device.ApproximateLastSignInDateTime.ShouldBeNull();
    }

    [Fact]
    public async Task Reads_a_device_that_defender_registered()
    {
        var device = await ReadDeviceAsync("06-device-mde-synthetic-server");

        device.TrustType.ShouldBeNull();
        device.ManagementType.ShouldBe("MicrosoftSense");
        device.OperatingSystem.ShouldBe("Windows Server");
    }

    [Fact]
    public async Task Reads_a_managed_device_that_enrolled_on_joining() =>
        (await ReadManagedDeviceAsync("07-managedDevice-windows-autopilot-entra-join")).ShouldBe(new ManagedDevice
        {
            Id = "9d7e2f10-1111-4a4a-9b9b-a0a0a0a00107",
            AzureADDeviceId = new Guid("0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101"),
            DeviceName = "DESKTOP-7QK2M1A",
            SerialNumber = "PF4ABCDE1",
            UserPrincipalName = "ada@contoso.example",
            EnrolledDateTime = Utc("2026-03-02 08:43:02"),
            LastSyncDateTime = Utc("2026-11-21 22:14:09"),
            ManagementCertificateExpirationDate = Utc("2027-03-02 08:43:02"),
            DeviceEnrollmentType = "windowsAzureADJoin",
            EnrollmentProfileName = "Corp Autopilot User-Driven",
            ManagedDeviceOwnerType = "company",
            ManagementAgent = "mdm",
            ManagementState = "managed",
            ComplianceState = "compliant",
            OperatingSystem = "Windows",
            OsVersion = "10.0.26100.4652",
            Manufacturer = "LENOVO",
            Model = "21CBCTO1WW",
        });

    [Fact]
    public async Task Reads_a_co_managed_device()
    {
        var device = await ReadManagedDeviceAsync("08-managedDevice-windows-hybrid-gpo-or-comanaged");

        device.ManagementAgent.ShouldBe("configurationManagerClientMdm");
        device.ComplianceState.ShouldBe("inGracePeriod");
        device.EnrollmentProfileName.ShouldBeNull();
    }

    [Fact]
    public async Task Reads_a_device_enrolled_without_entra()
    {
        var device = await ReadManagedDeviceAsync("09-managedDevice-windows-mdm-only-zero-guid");

        device.AzureADDeviceId.ShouldBeNull();
        device.SerialNumber.ShouldBeNull();
        device.ManagedDeviceOwnerType.ShouldBe("personal");
    }

    [Fact]
    public async Task Reads_a_page_of_apple_and_android_devices()
    {
        var page = await SampleAsync("10-managedDevices-page-apple-android");
        Server.On(GraphServer.ManagedDevices,
            Answer.Gzip(page.Replace("https://graph.microsoft.com", Server.Root, StringComparison.Ordinal)), Answer.Page());

        var reading = await ReadManagedDevicesAsync();

        reading.Records.Select(device => (device.OperatingSystem, device.DeviceEnrollmentType, device.UserPrincipalName)).ShouldBe(
        [
            ("iPadOS", "appleBulkWithUser", "adele@contoso.example"), ("Android", "userEnrollment", "kai@contoso.example"),
            ("Android", "unknownFutureValue", null),
        ]);
        reading.Records[1].SerialNumber.ShouldBeNull();
        reading.Report.Unreadable.ShouldBeEmpty();
        Server.Requests.Last().Target.ShouldBe(
            GraphServer.ManagedDevices + "?$top=3&$skiptoken=LastDeviceName%3d%27RoomPanel%27%2cLastDeviceId%3d%27OPAQUE-DO-NOT-PARSE%27");
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Task<string> SampleAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "graph", name + ".json"), Stop);

    private async Task<EntraDevice> ReadDeviceAsync(string name)
    {
        Server.On(GraphServer.Devices, Answer.Gzip(Answer.PageText(null, await SampleAsync(name))));
        var reading = await ReadDevicesAsync();
        reading.Report.Unreadable.ShouldBeEmpty();
        return reading.Records.ShouldHaveSingleItem();
    }

    private async Task<ManagedDevice> ReadManagedDeviceAsync(string name)
    {
        Server.On(GraphServer.ManagedDevices, Answer.Gzip(Answer.PageText(null, await SampleAsync(name))));
        var reading = await ReadManagedDevicesAsync();
        reading.Report.Unreadable.ShouldBeEmpty();
        return reading.Records.ShouldHaveSingleItem();
    }
}
