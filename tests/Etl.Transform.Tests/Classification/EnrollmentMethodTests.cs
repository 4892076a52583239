using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Transform.Classification;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Section 5 of the rules.</summary>
public sealed class EnrollmentMethodTests
{
    private const string TableOfTheRules = """
        userEnrollment | | | UserEnrollment | BYOD | EntraRegistered,NotJoined
        deviceEnrollmentManager | | | DeviceEnrollmentManager | Bulk | any
        appleBulkWithUser | | | AppleAutomatedWithUser | Apple automated | any
        appleBulkWithoutUser | | | AppleAutomatedUserless | Apple automated | any
        windowsAzureADJoin | | | EntraJoin | Automatic on join | EntraJoined
        windowsAzureADJoinUsingDeviceAuth | | | EntraJoinDeviceAuth | Automatic on join | EntraJoined
        azureAdJoinUsingAzureVmExtension | | | AzureVmExtension | Automatic on join | EntraJoined
        windowsBulkAzureDomainJoin | | | BulkEntraJoin | Bulk | EntraJoined
        windowsBulkUserless | | | BulkUserless | Bulk | NotJoined
        windowsAutoEnrollment | | | WorkAccount | Automatic on registration | EntraRegistered
        windowsAutoEnrollment | | HybridJoined | GroupPolicy | Group Policy | HybridJoined
        windowsCoManagement | | | CoManagement | Co-management | HybridJoined,EntraJoined
        windowsCoManagement | mdm | | GroupPolicy | Group Policy | HybridJoined
        windowsCoManagement | easMdm | | GroupPolicy | Group Policy | HybridJoined
        appleUserEnrollment | | | AppleUserEnrollment | BYOD | EntraRegistered
        appleUserEnrollmentWithServiceAccount | | | AppleUserEnrollmentServiceAccount | BYOD | EntraRegistered
        appleAccountDrivenUserEnrollment | | | AppleAccountDriven | BYOD | EntraRegistered
        androidEnterpriseDedicatedDevice | | | AndroidDedicated | Android Enterprise | any
        androidEnterpriseFullyManaged | | | AndroidFullyManaged | Android Enterprise | any
        androidEnterpriseCorporateWorkProfile | | | AndroidCorporateWorkProfile | Android Enterprise | any
        androidAOSPUserOwnedDeviceEnrollment | | | AospUserAssociated | Android AOSP | any
        androidAOSPUserlessDeviceEnrollment | | | AospUserless | Android AOSP | any
        unknown | | | Unknown | Unknown | any
        unknownFutureValue | | | Unknown | Unknown | any
        """;

    private static readonly string?[] Agents =
    [
        "mdm", "MDM", "easMdm", "intuneClient", "easIntuneClient", "configurationManagerClientMdm", "configurationManagerClientMdmEas",
        "googleCloudDevicePolicyController", "microsoft365ManagedMdm", "intuneAosp",
    ];

    [Fact]
    public void The_table_as_delivered_is_that_of_the_rules()
    {
        var delivered = MethodsFile.Rows.Select(row => string.Join(
            " | ", row.Type, row.Agent, row.Join, row.Method.Code, row.Method.Category, row.Method.ExpectedJoinType.Replace('|', ',')));

        delivered.Select(row => row.Replace("  ", " ")).ShouldBe(TableOfTheRules.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void Every_type_agent_and_join_type()
    {
        string?[] types =
            [.. MethodsFile.Rows.Select(row => row.Type).Distinct(), null, "newType", "WINDOWSCOMANAGEMENT", "windowsautoenrollment"];
        EntraDevice?[] entra =
        [
            null, Some.Entra(0), Some.Entra(0) with { TrustType = "ServerAd" }, Some.Entra(0) with { TrustType = "Workplace" },
            Some.Entra(0) with { TrustType = null },
            Some.Entra(0) with { TrustType = "ServerAd", ProfileType = null, HasAlternativeSecurityIds = false },
        ];
        var intune =
            from type in types
            from agent in Agents
            select Some.Intune(0) with { DeviceEnrollmentType = type, ManagementAgent = agent };

        FullEnumeration.Cases(entra, [.. intune], [null, Some.Ad(0)]).ShouldBeAsTheRulesSay(count: 6 * 25 * 10 * 2);
    }

    [Fact]
    public void The_most_specific_row_wins()
    {
        EnrollmentMethodRule Row(string code, string? agent, string? join) =>
            new("t", agent, join, new EnrollmentMethod(code, code, "c", null, null, "any"));
        var table = new EnrollmentMethodTable(
            [Row("type", null, null), Row("join", null, "EntraJoined"), Row("agent", "mdm", null), Row("all", "mdm", "EntraJoined")]);

        table.Find("T", "MDM", JoinType.EntraJoined)!.Code.ShouldBe("all");
        table.Find("T", "MDM", JoinType.HybridJoined)!.Code.ShouldBe("agent");
        table.Find("T", "eas", JoinType.EntraJoined)!.Code.ShouldBe("join");
        table.Find("T", null, JoinType.EntraJoined)!.Code.ShouldBe("join");
        table.Find("T", "eas", JoinType.NotJoined)!.Code.ShouldBe("type");
        table.Find("u", "mdm", JoinType.EntraJoined).ShouldBeNull();
    }

    [Fact]
    public void A_type_without_a_row_becomes_a_member_of_its_own_under_its_smallest_spelling()
    {
        var result = Tenant.Of(Intune(1, "newType"), Intune(2, "NewType"), Intune(3, "newtype"), Intune(4, "otherType")).Transform();

        result.Devices.Select(d => d.EnrollmentMethod).Order(StringComparer.Ordinal)
            .ShouldBe(["NewType", "NewType", "NewType", "otherType"]);
        result.Devices.ShouldAllBe(d => d.JoinTypeAsExpected == true);
        result.Methods.Where(m => m.Category == "Unmapped").ShouldBe(
        [
            new EnrollmentMethod("NewType", "NewType", "Unmapped", null, null, "any"),
            new EnrollmentMethod("otherType", "otherType", "Unmapped", null, null, "any"),
        ]);
    }

    [Fact]
    public void A_type_without_a_row_that_reads_like_a_method_is_that_method()
    {
        var result = Tenant.Of(Intune(1, "coManagement")).Transform();

        result.Devices.ShouldHaveSingleItem().EnrollmentMethod.ShouldBe("CoManagement");
        result.Methods.Where(method => method.Code.Equals("CoManagement", StringComparison.OrdinalIgnoreCase)).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_smallest_spelling_does_not_depend_on_the_order_in_which_types_are_told()
    {
        var table = MethodsFile.Table();

        table.AddUnmapped(["newType", "NewType", "newtype"]);
        table.AddUnmapped(["NEWTYPE"]);

        table.FindUnmapped("newTYPE").Code.ShouldBe("NewType");
    }

    [Fact]
    public void A_missing_type_is_read_as_unknown_even_where_the_table_has_no_row_for_that()
    {
        Tenant.Of(Intune(1, null)).Single().EnrollmentMethod.ShouldBe("Unknown");

        var inventories = Tenant.Of(Intune(1, null)).Inventories();
        var transformer = new DeviceTransformer(new RulesOptions(), new EnrollmentMethodTable([]), []);
        var result = transformer.Transform(inventories, Tenant.T, _ => false);
        result.Devices.ShouldHaveSingleItem().EnrollmentMethod.ShouldBe("unknown");
        result.Methods.ShouldHaveSingleItem().Category.ShouldBe("Unmapped");
    }

    [Fact]
    public void Two_rows_with_one_key_are_refused()
    {
        var row = new EnrollmentMethodRule("t", null, "EntraJoined", new EnrollmentMethod("m", "m", "c", null, null, "any"));

        Should.Throw<ArgumentException>(() => new EnrollmentMethodTable([row, row with { EnrollmentType = "T" }]))
            .Message.ShouldContain("EntraJoined");
    }

    [Theory]
    [InlineData("any", JoinType.Unknown, true)]
    [InlineData("HybridJoined|EntraJoined", JoinType.EntraJoined, true)]
    [InlineData("HybridJoined | entrajoined", JoinType.EntraJoined, true)]
    [InlineData("HybridJoined|EntraJoined", JoinType.NotJoined, false)]
    [InlineData("EntraJoined", JoinType.EntraRegistered, false)]
    public void The_expected_join_types_are_a_list(string expected, JoinType joinType, bool asExpected) =>
        EnrollmentMethodTable.IsExpected(new EnrollmentMethod("m", "m", "c", null, null, expected), joinType).ShouldBe(asExpected);

    [Fact]
    public void Whether_the_join_type_is_as_expected_is_asked_only_of_enrolled_devices()
    {
        Tenant.Of(Some.Entra(1), Some.Intune(1)).Single().JoinTypeAsExpected.ShouldBe(true);
        Tenant.Of(Some.Entra(1) with { TrustType = "Workplace" }, Some.Intune(1)).Single().JoinTypeAsExpected.ShouldBe(false);
        Tenant.Of(Some.Entra(1), Some.Intune(1) with { ManagementAgent = "jamf" }).Single().JoinTypeAsExpected.ShouldBeNull();
    }

    private static ManagedDevice Intune(int number, string? type) => Some.Intune(number) with { DeviceEnrollmentType = type };
}
