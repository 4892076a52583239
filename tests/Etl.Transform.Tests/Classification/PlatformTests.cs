using Etl.Model.Devices;
using Etl.Transform.Classification;
using Etl.Transform.Tests.Generation;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Classification;

/// <summary>The platform of section 6 of the rules.</summary>
public sealed class PlatformTests
{
    private static readonly string?[] Texts =
    [
        null, "Windows", "WINDOWS 10 Pro", "Windows Server 2022", "Red Hat Enterprise Linux Server", "Ubuntu", "Debian GNU", "iPad",
        "iOS", "IPhone", "MacMDM", "OS X", "AndroidForWork", "AOSP", "Chrome OS", "Toaster",
    ];

    private static readonly string?[] FewTexts = [null, "Windows 11 Enterprise", "windows SERVER", "Ubuntu Server", "macOS"];

    [Fact]
    public void Every_combination_of_three_texts_and_versions()
    {
        var intune = from text in Texts
                     from version in new[] { null, "10.0.20348.1", "10.0 (25398)", "10.0.22631.4317" }
                     select Some.Intune(0) with { OperatingSystem = text, OsVersion = version };
        var entra = from text in FewTexts
                    from version in new[] { null, "10.0.25398", "10.0.17763.1" }
                    select Some.Entra(0) with { OperatingSystem = text, OperatingSystemVersion = version };
        var ad = from text in FewTexts
                 from version in new[] { null, "10.0 (20348)", "10.0 (19045)" }
                 select Some.Ad(0) with { OperatingSystem = text, OperatingSystemVersion = version };

        FullEnumeration.Cases([null, .. entra], [null, .. intune], [null, .. ad])
            .ShouldBeAsTheRulesSay(count: 65 * 16 * 16 - 1)
            .ShouldMeet(device => device.Platform, Enum.GetValues<Platform>());
    }

    [Theory]
    [InlineData(null, Platform.Unknown)]
    [InlineData("Windows", Platform.Windows)]
    [InlineData("WINDOWS", Platform.Windows)]
    [InlineData("My Windows", Platform.Other)]
    [InlineData("Windows Server 2019 Datacenter", Platform.WindowsServer)]
    [InlineData("Hyper-V server", Platform.WindowsServer)]
    [InlineData("Ubuntu Server 24.04", Platform.Linux)]
    [InlineData("Red Hat Enterprise", Platform.Linux)]
    [InlineData("debian", Platform.Linux)]
    [InlineData("LINUX for Windows", Platform.Linux)]
    [InlineData("iPad", Platform.iPadOS)]
    [InlineData("iOS (iPad)", Platform.iPadOS)]
    [InlineData("iOS", Platform.iOS)]
    [InlineData("Apple IPhone", Platform.iOS)]
    [InlineData("Cisco iOS", Platform.Other)]
    [InlineData("MacMDM", Platform.macOS)]
    [InlineData("OS X", Platform.macOS)]
    [InlineData("Darwin OS X", Platform.Other)]
    [InlineData("AndroidEnterprise", Platform.Android)]
    [InlineData("AOSP", Platform.Android)]
    [InlineData("Old Android", Platform.Other)]
    [InlineData("Google ChromeOS", Platform.ChromeOS)]
    [InlineData("Toaster", Platform.Other)]
    public void A_text_names_a_platform(string? text, Platform expected) =>
        Tenant.Of(Some.Intune(1) with { OperatingSystem = text }).Single().Platform.ShouldBe(expected);

    [Theory]
    [InlineData("10.0.19045.4894", 19045)]
    [InlineData("10.0.20348", 20348)]
    [InlineData("10.0 (22631)", 22631)]
    [InlineData("10.0(22631)", 22631)]
    [InlineData("10.0.", null)]
    [InlineData("10.0 (22631", null)]
    [InlineData("10.0 (x)", null)]
    [InlineData("10.0", null)]
    [InlineData("10.01.5", null)]
    [InlineData("110.0.20348", null)]
    [InlineData("10.0.99999999999", null)]
    [InlineData("6.1.7601", null)]
    [InlineData(null, null)]
    public void The_build_is_the_third_number_or_the_one_in_brackets(string? version, int? expected) =>
        OsVersion.Build(version).ShouldBe(expected);
}
