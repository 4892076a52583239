using System.Buffers;
using Etl.Model.Devices;

namespace Etl.Transform.Classification;

/// <summary>Section 6 of the rules: the platform, from texts that each source spells in its own way.</summary>
internal static class PlatformRule
{
    private static readonly SearchValues<string> LinuxWords =
        SearchValues.Create(["linux", "ubuntu", "red hat", "debian"], StringComparison.OrdinalIgnoreCase);

    // Builds that only Windows Server has: 2022 and 23H2. Other builds are shared with a client.
    private static readonly int[] ServerBuilds = [20348, 25398];

    public static Platform Classify(in DeviceFacts device)
    {
        var platform = FromText(device.M.OperatingSystem ?? device.E.OperatingSystem ?? device.A.OperatingSystem);
        return platform == Platform.Windows && IsServer(device) ? Platform.WindowsServer : platform;
    }

    /// <summary>First that holds, without case.</summary>
    public static Platform FromText(string? system)
    {
        if (system is null) return Platform.Unknown;
        if (system.AsSpan().ContainsAny(LinuxWords)) return Platform.Linux;
        if (Has(system, "server")) return Platform.WindowsServer;
        if (Starts(system, "windows")) return Platform.Windows;
        if (Has(system, "ipad")) return Platform.iPadOS;
        if (Starts(system, "ios") || Has(system, "iphone")) return Platform.iOS;
        if (Starts(system, "mac") || Starts(system, "os x")) return Platform.macOS;
        if (Starts(system, "android") || Starts(system, "aosp")) return Platform.Android;
        return Has(system, "chrome") ? Platform.ChromeOS : Platform.Other;
    }

    /// <summary>Whether any source's operating system says "server".</summary>
    public static bool AnySourceSaysServer(in DeviceFacts device) =>
        Has(device.M.OperatingSystem, "server") || Has(device.E.OperatingSystem, "server") || Has(device.A.OperatingSystem, "server");

    private static bool IsServer(in DeviceFacts device) =>
        Has(device.E.OperatingSystem, "server") || Has(device.A.OperatingSystem, "server")
        || IsServerBuild(device.M.OsVersion) || IsServerBuild(device.E.OsVersion) || IsServerBuild(device.A.OsVersion);

    private static bool IsServerBuild(string? version) => OsVersion.Build(version) is { } build && ServerBuilds.Contains(build);

    private static bool Has(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
