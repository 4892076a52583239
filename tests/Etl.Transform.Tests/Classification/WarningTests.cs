using Etl.Model.Runs;
using Etl.Transform.Tests.Generation;
using static Etl.Transform.Tests.Naive.Tenant;

namespace Etl.Transform.Tests.Classification;

/// <summary>What the rules say is counted and warned about.</summary>
public sealed class WarningTests
{
    [Fact]
    public void Data_that_the_rules_know_gives_none() =>
        Of(
            Some.Entra(1), Some.Intune(1), Some.Ad(1), Some.Intune(2) with { ManagementAgent = "UNKNOWN" },
            Some.Intune(3) with { ManagementAgent = null }).Transform().Warnings.ShouldBeEmpty();

    [Fact]
    public void Every_instant_after_the_snapshot_counts()
    {
        var later = T.AddTicks(1);
        var result = Of(
            Some.Entra(1) with { RegistrationDateTime = later, ApproximateLastSignInDateTime = later },
            Some.Intune(1) with { LastSyncDateTime = later, EnrolledDateTime = later, ManagementCertificateExpirationDate = later },
            Some.Ad(1) with { LastLogon = later, PasswordLastSet = later, WhenCreated = later },
            Some.Entra(2) with { RegistrationDateTime = T }).Transform();

        result.Warnings.ShouldHaveSingleItem().ShouldBe(
            new QualityResult("InstantAfterSnapshot", null, QualitySeverity.Warn, "none later than the snapshot", "7 instants", false));
    }

    [Fact]
    public void An_agent_that_the_rules_do_not_know_is_told_by_name()
    {
        var result = Of(
            Some.Intune(1) with { ManagementAgent = "newAgent" }, Some.Intune(2) with { ManagementAgent = "newAgent" },
            Some.Intune(3) with { ManagementAgent = "another" }).Transform();

        result.Warnings.Select(w => (w.Code, w.Subject, w.Found)).ShouldBe(
            [("UnknownManagementAgent", "another", "1 device"), ("UnknownManagementAgent", "newAgent", "2 devices")]);
    }

    [Fact]
    public void An_enrolment_type_without_a_row_is_told_where_the_device_is_enrolled()
    {
        var newType = Some.Intune(1) with { DeviceEnrollmentType = "newType" };

        Of(newType).Transform().Warnings.ShouldHaveSingleItem().Subject.ShouldBe("newType");
        Of(newType with { ManagementAgent = "jamf" }).Transform().Warnings.ShouldBeEmpty();
    }
}
