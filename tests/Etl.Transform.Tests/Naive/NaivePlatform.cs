using Etl.Model.Devices;
using static Etl.Transform.Tests.Naive.NaiveDevice;

namespace Etl.Transform.Tests.Naive;

/// <summary>The platform of section 6 of the rules.</summary>
internal static class NaivePlatform
{
    public static Platform Of(NaiveDevice d)
    {
        var platform = OfText(d.M?.OperatingSystem ?? d.E?.OperatingSystem ?? d.A?.OperatingSystem);
        if (platform != Platform.Windows) return platform;
        var isServer = Has(d.E?.OperatingSystem, "server") || Has(d.A?.OperatingSystem, "server")
            || new[] { d.M?.OsVersion, d.E?.OperatingSystemVersion, d.A?.OperatingSystemVersion }.Any(v => Build(v) is 20348 or 25398);
        return isServer ? Platform.WindowsServer : Platform.Windows;
    }

    private static Platform OfText(string? original)
    {
        if (original is null) return Platform.Unknown;
        var text = original.ToLowerInvariant();
        if (text.Contains("linux") || text.Contains("ubuntu") || text.Contains("red hat") || text.Contains("debian")) return Platform.Linux;
        if (text.Contains("server")) return Platform.WindowsServer;
        if (text.StartsWith("windows", StringComparison.Ordinal)) return Platform.Windows;
        if (text.Contains("ipad")) return Platform.iPadOS;
        if (text.StartsWith("ios", StringComparison.Ordinal) || text.Contains("iphone")) return Platform.iOS;
        if (text.StartsWith("mac", StringComparison.Ordinal) || text.StartsWith("os x", StringComparison.Ordinal)) return Platform.macOS;
        if (text.StartsWith("android", StringComparison.Ordinal)) return Platform.Android;
        if (text.StartsWith("aosp", StringComparison.Ordinal)) return Platform.Android;
        return text.Contains("chrome") ? Platform.ChromeOS : Platform.Other;
    }
}
