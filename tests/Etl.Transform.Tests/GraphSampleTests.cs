using Etl.Model.Devices;

namespace Etl.Transform.Tests;

/// <summary>The samples of Graph and AD on 2026-11-22: every code of every device, written out by hand from the rules.</summary>
public sealed class GraphSampleTests
{
    private static readonly IReadOnlyList<ClassifiedDevice> Devices = GraphSampleRecords.Together.Devices();

    [Theory]
    [InlineData(
        "0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101",
        "EntraJoined Enrolled EntraJoin Windows Company compliant mdm InScope None covered")]
    [InlineData(
        "a811a5be-cbb4-4f3c-9835-452e5cf30102",
        "HybridJoined Enrolled CoManagement Windows Company inGracePeriod configurationManagerClientMdm InScope None covered")]
    [InlineData(
        "e92325d0-11aa-4c2b-8d3e-94ae875d0103",
        "HybridPending NotEnrolled NotEnrolled Windows Unknown unknown none InScope HybridPending -")]
    [InlineData(
        "159be45a-02d9-4a4e-92ff-94f9dc020104",
        "EntraRegistered NotEnrolled NotEnrolled Windows Unknown unknown none Superseded Superseded -")]
    [InlineData(
        "5fd0a0b2-6cf4-4d5e-8a35-1f6f7a2b0105",
        "AutopilotPending NotEnrolled NotEnrolled Windows Unknown unknown none AutopilotPending AutopilotPending -")]
    [InlineData(
        "c4b1e1f0-0606-4a60-8f0a-9d8c7b6a0106",
        "Unknown SecurityManagementOnly SecurityManagementOnly WindowsServer Unknown unknown none Server Server -")]
    [InlineData(
        "e8a0c303-3333-4c4c-8d8d-c0c0c0c00109",
        "NotJoined Enrolled UserEnrollment Windows Personal noncompliant mdm Personal EnrolledWithoutEntra -")]
    [InlineData(
        "9e3490a3-47e9-46dc-b1b6-06a786dd0110",
        "NotJoined Enrolled AppleAutomatedWithUser iPadOS Company compliant mdm InScope EntraObjectMissing covered")]
    [InlineData(
        "466093f4-0fcc-4a29-aacc-c8802d690111",
        "NotJoined Enrolled UserEnrollment Android Personal noncompliant mdm Personal EntraObjectMissing -")]
    [InlineData(
        "e592ec56-5d25-4ee1-a35f-4a6f695e0112",
        "NotJoined Enrolled Unknown Android Company compliant googleCloudDevicePolicyController InScope EntraObjectMissing covered")]
    public void Every_code_of_every_sample(string deviceId, string expected)
    {
        var device = Devices.Single(d => d.DeviceId == deviceId);

        object[] codes =
        [
            device.JoinType, device.EnrollmentState, device.EnrollmentMethod, device.Platform, device.Ownership, device.ComplianceState,
            device.ManagementAgent, device.Scope, device.GapReason, device.IsCovered ? "covered" : "-",
        ];
        string.Join(' ', codes).ShouldBe(expected);
    }

    [Fact]
    public void Ten_objects_and_one_computer_are_ten_devices()
    {
        Devices.Count.ShouldBe(10);
        Devices.Count(d => d.IsEnrolled).ShouldBe(6);
        Devices.Count(d => d.IsInScope).ShouldBe(5);
        Devices.Count(d => d.IsCovered).ShouldBe(4);
        Devices.Count(d => d.IsAutopilot).ShouldBe(2);
        Devices.Where(d => d.IsStale).Select(d => d.DeviceName).ShouldBe(["LT-04412", "DESKTOP-HOME9"]);
        Devices.Where(d => d.JoinTypeAsExpected is not null).ShouldAllBe(d => d.JoinTypeAsExpected == true);
    }

    [Fact]
    public void The_hybrid_laptop_is_one_device_in_three_inventories() =>
        Devices.Single(d => d.InAd).ShouldBe(new ClassifiedDevice
        {
            DeviceId = "a811a5be-cbb4-4f3c-9835-452e5cf30102",
            DeviceName = "LT-04412",
            JoinType = JoinType.HybridJoined,
            EnrollmentState = EnrollmentState.Enrolled,
            EnrollmentMethod = "CoManagement",
            Platform = Platform.Windows,
            Ownership = Ownership.Company,
            ComplianceState = "inGracePeriod",
            ManagementAgent = "configurationManagerClientMdm",
            Scope = Scope.InScope,
            GapReason = GapReason.None,
            IsCovered = true,
            IsAutopilot = false,
            InEntra = true,
            InIntune = true,
            InAd = true,
            AdMatch = AdMatch.ObjectGuid,
            IntuneMatch = IntuneMatch.DeviceId,
            IntuneRecordCount = 1,
            JoinTypeAsExpected = true,
            IsStale = false,
            LastActivity = new DateTimeOffset(2026, 11, 22, 5, 48, 31, TimeSpan.Zero),
            DaysSinceActivity = 0,
            Registered = new DateTimeOffset(2024, 8, 3, 17, 12, 59, TimeSpan.Zero),
            Enrolled = new DateTimeOffset(2024, 8, 3, 18, 2, 55, TimeSpan.Zero),
            LastSync = new DateTimeOffset(2026, 11, 22, 5, 48, 31, TimeSpan.Zero),
            OsVersion = "10.0.22631.4317",
            SerialNumber = "8KQ2XY3",
            Manufacturer = "Dell Inc.",
            Model = "Latitude 7440",
            PrimaryUser = "per@contoso.example",
            OrganizationalUnit = "OU=Laptops,DC=corp,DC=contoso,DC=example",
            EntraObjectId = "f0c70379-25c6-4fa7-b9b8-8ccdc8ae0102",
            IntuneId = "4cf18a02-2222-4b4b-8c8c-b0b0b0b00108",
            AdDistinguishedName = "CN=LT-04412,OU=Laptops,DC=corp,DC=contoso,DC=example",
            AdSid = "S-1-5-21-41432690-3719764436-1984117282-11302",
        });
}
