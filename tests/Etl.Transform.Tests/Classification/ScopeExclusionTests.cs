using Etl.Model.Devices;
using Etl.Transform.Classification;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>Rows of <c>config/scope-exclusions.csv</c>.</summary>
public sealed class ScopeExclusionTests
{
    [Theory]
    [InlineData("KIOSK-*", "kiosk-7", true)]
    [InlineData("KIOSK-*", "kiosk-", true)]
    [InlineData("KIOSK-*", "my-kiosk-7", false)]
    [InlineData("*kiosk*", "my-Kiosk-7", true)]
    [InlineData("k*k-*7", "kiosk-17", true)]
    [InlineData("kiosk", "kiosk-7", false)]
    [InlineData("kiosk", "KIOSK", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("(x)+[1]", "(X)+[1]", true)]
    [InlineData("*", "", true)]
    [InlineData("*", null, false)]
    [InlineData("a*b", "a\nb", true)]
    public void A_star_stands_for_any_characters_and_all_else_for_itself(string pattern, string? value, bool expected) =>
        new ScopeExclusion(ScopeExclusionField.Name, pattern, null).Matches(value).ShouldBe(expected);

    [Theory]
    [InlineData(ScopeExclusionField.Name, "m-name", Scope.Excluded)]
    [InlineData(ScopeExclusionField.Name, "e-name", Scope.InScope)]
    [InlineData(ScopeExclusionField.Model, "m-model", Scope.Excluded)]
    [InlineData(ScopeExclusionField.Model, "e-model", Scope.InScope)]
    [InlineData(ScopeExclusionField.Ou, "OU=Kiosks,*", Scope.Excluded)]
    [InlineData(ScopeExclusionField.Ou, "CN=*", Scope.InScope)]
    [InlineData(ScopeExclusionField.EnrollmentProfileName, "m-profile", Scope.Excluded)]
    [InlineData(ScopeExclusionField.EnrollmentProfileName, "e-profile", Scope.InScope)]
    public void Each_field_is_that_of_the_device(ScopeExclusionField field, string pattern, Scope expected)
    {
        var e = Some.Entra(1) with { DisplayName = "e-name", Model = "e-model", EnrollmentProfileName = "e-profile" };
        var m = Some.Intune(1) with { DeviceName = "m-name", Model = "m-model", EnrollmentProfileName = "m-profile" };
        var a = Some.Ad(1) with { DistinguishedName = @"CN=x\,y,OU=Kiosks,DC=contoso,DC=example" };

        ScopeUnder(field, pattern, e, m, a).ShouldBe(expected);
    }

    [Fact]
    public void Entra_is_asked_where_Intune_says_nothing()
    {
        var e = Some.Entra(1) with { Model = "e-model", EnrollmentProfileName = "e-profile" };

        ScopeUnder(ScopeExclusionField.Model, "e-model", e, Some.Intune(1)).ShouldBe(Scope.Excluded);
        ScopeUnder(ScopeExclusionField.EnrollmentProfileName, "e-profile", e, Some.Intune(1)).ShouldBe(Scope.Excluded);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("CN=alone", null)]
    [InlineData("CN=a,", null)]
    [InlineData("CN=a,OU=b,DC=c", "OU=b,DC=c")]
    [InlineData("CN=a, OU=b", "OU=b")]
    [InlineData(@"CN=a\,b,OU=c", "OU=c")]
    [InlineData(@"CN=a\\,OU=c", "OU=c")]
    [InlineData(@"CN=a\2Cb,OU=c", "OU=c")]
    [InlineData(@"CN=a\", null)]
    public void The_organisational_unit_is_what_follows_the_first_comma_that_is_not_escaped(string? name, string? expected) =>
        DistinguishedName.Parent(name).ShouldBe(expected);

    private static Scope ScopeUnder(ScopeExclusionField field, string pattern, params object[] records)
    {
        ScopeExclusion[] rows = [new(field, "nothing", null), new(field, pattern, null)];
        var transformer = new DeviceTransformer(new RulesOptions(), MethodsFile.Table(), rows);
        return transformer.Transform(Tenant.Of(records).Inventories(), Tenant.T, _ => false).Devices.ShouldHaveSingleItem().Scope;
    }
}
