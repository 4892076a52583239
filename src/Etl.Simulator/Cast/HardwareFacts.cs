namespace Etl.Simulator.Cast;

/// <summary>What the three inventories call a kind of hardware. Each has words of its own for one operating system.</summary>
/// <param name="Systems">Versions in use, drawn evenly; repeat one to make it more common.</param>
internal sealed record HardwareFacts(string NamePrefix, string Maker, string[] Models, SystemFacts[] Systems)
{
    private static readonly SystemFacts Windows11 = new("Windows", "Windows", "Windows 11 Enterprise", "10.0.26100", "10.0 (26100)");
    private static readonly SystemFacts Windows11Old = new("Windows", "Windows", "Windows 11 Enterprise", "10.0.22631", "10.0 (22631)");
    private static readonly SystemFacts Windows10 = new("WINDOWS", "Windows", "Windows 10 Enterprise", "10.0.19045", "10.0 (19045)");
    private static readonly SystemFacts[] Clients = [Windows11, Windows11, Windows11Old, Windows10];

    private static readonly SystemFacts[] Servers =
    [
        new("Windows Server", "Windows", "Windows Server 2019 Standard", "10.0.17763", "10.0 (17763)"),
        // Sometimes the build alone gives a server away.
        new("Windows", "Windows", "Windows Server 2022 Datacenter", "10.0.20348", "10.0 (20348)"),
        new("Windows Server", "Windows", "Windows Server 2025 Standard", "10.0.26100", "10.0 (26100)"),
    ];

    private static readonly HardwareFacts[] All = [.. Enum.GetValues<Hardware>().Select(Describe)];

    public static HardwareFacts Of(Hardware hardware) => All[(int)hardware];

    private static HardwareFacts Describe(Hardware hardware) => hardware switch
    {
        Hardware.Laptop => new("LT", "LENOVO", ["21CBCTO1WW", "ThinkPad T14 Gen 5", "ThinkPad X1 Carbon"], Clients),
        Hardware.Desktop => new("PC", "Dell Inc.", ["OptiPlex 7010", "Precision 3660", "Latitude 7440"], Clients),
        Hardware.Kiosk => new("KIOSK", "HP", ["HP Engage One", "HP Mini 600 G9"], [Windows11]),
        Hardware.VirtualMachine => new("VDI", "Microsoft Corporation", ["Virtual Machine"], [Windows11]),
        Hardware.Server => new("SRV", "VMware, Inc.", ["VMware7,1"], Servers),
        Hardware.LinuxServer => new("lnx", "VMware, Inc.", ["VMware7,1"], [new("Linux", "Linux", null, "5.15.0", null)]),
        Hardware.Windows7 => new("OLD", "Dell Inc.", ["OptiPlex 790"],
            [new("Windows", "Windows", "Windows 7 Professional", "6.1.7601", "6.1 (7601)")]),
        Hardware.OldWindows10 => new("PC", "HP", ["HP EliteDesk 800"],
            [new("Windows", "Windows", "Windows 10 Enterprise 2016 LTSB", "10.0.14393", "10.0 (14393)")]),
        Hardware.HomePc => new("DESKTOP", "ASUSTeK COMPUTER INC.", ["Vivobook 15", "HP Pavilion Desktop"],
            [new("Windows", "Windows", null, "10.0.26200", null)]),
        Hardware.Mac => new("MAC", "Apple", ["MacBookPro18,3", "Mac15,12"], [new("MacMDM", "macOS", "macOS", "15.6.1", "15.6 (24G90)")]),
        Hardware.IPhone => new("iPhone", "Apple", ["iPhone 15", "iPhone SE"], [new("IPhone", "iOS", null, "18.6.2", null)]),
        Hardware.IPad => new("iPad", "Apple", ["iPad Air", "iPad (9th generation)"], [new("IPad", "iPadOS", null, "18.6", null)]),
        Hardware.Android => new("Android", "samsung", ["SM-S921B", "Pixel 8"],
            [new("AndroidEnterprise", "Android", null, "15.0", null), new("AndroidForWork", "Android", null, "14.0", null)]),
        Hardware.RuggedAndroid => new("SCAN", "Zebra Technologies", ["TC53"], [new("AndroidEnterprise", "Android", null, "13.0", null)]),
        Hardware.HeadSet => new("VR", "Pico", ["PICO 4E"], [new("Android", "Android (AOSP)", null, "10.0", null)]),
        Hardware.LinuxDesktop => new("ux", "LENOVO", ["ThinkStation P3"], [new("Linux", "Linux (ubuntu)", "Ubuntu", "24.04", "24.04")]),
        Hardware.Chromebook => new("CB", "Google", ["Chromebook Plus"], [new("ChromeOS", "Chrome OS", null, "139.0", null)]),
        Hardware.Printer => new("PRN", "Canon", ["iR-ADV C3930"], [new(null, "", null, null, null)]),
        Hardware.Panel => new("PANEL", "Cisco", ["Room Navigator"], [new("RoomOS", "RoomOS", null, "11.20", null)]),
        Hardware.Unspecified => new("OBJ", "", [""], [new("Unknown", "", null, null, null)]),
        _ => throw new ArgumentOutOfRangeException(nameof(hardware), hardware, "This hardware has no facts."),
    };
}
