using System.Globalization;
using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>The keys and names of machines; they never change.</summary>
internal sealed class Identity
{
    private const int FirstRelativeId = 1_104;
    private const int LongestAdName = 15;

    private static readonly string[] Sites = ["OSLO", "BERGEN", "TRONDHEIM", "TROMSO", "AARHUS", "MALMO", "ZURICH"];

    private readonly SimulatorOptions _options;
    private readonly Draw _draw;

    public Identity(SimulatorOptions options, Draw draw)
    {
        _options = options;
        _draw = draw;
        DomainSid = [21, DomainPart(0), DomainPart(1), DomainPart(2)];
        DomainSidText = string.Create(CultureInfo.InvariantCulture, $"S-1-5-21-{DomainSid[1]}-{DomainSid[2]}-{DomainSid[3]}");
        BaseDn = "DC=corp,DC=" + options.Domain.Replace(".", ",DC=", StringComparison.Ordinal);
    }

    public string Domain => _options.Domain;

    /// <summary>The sub-authorities that all SIDs of the domain begin with.</summary>
    public uint[] DomainSid { get; }

    public string DomainSidText { get; }

    /// <summary>The distinguished name of the domain.</summary>
    public string BaseDn { get; }

    public static int RelativeId(int device) => FirstRelativeId + device;

    public string Sid(int device) => string.Create(CultureInfo.InvariantCulture, $"{DomainSidText}-{RelativeId(device)}");

    public Guid DeviceId(int device, int slot) => _draw.Guid(Purpose.DeviceId, device, slot);

    public Guid EntraId(int device, int slot) => _draw.Guid(Purpose.EntraId, device, slot);

    public Guid IntuneId(int device, int generation) => _draw.Guid(Purpose.IntuneId, device, generation);

    public Guid AdObjectGuid(int device, AdTraits ad) =>
        ad.OwnKey ? _draw.Guid(Purpose.AdObjectGuid, device) : DeviceId(device, ad.Slot);

    public string HardwareId(int device, HardwareTag tag)
    {
        var bits = _draw.Bits(Purpose.HardwareId, tag == HardwareTag.Cloned ? -1 : device) % 1_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"6755{bits:D9}{(tag == HardwareTag.Cloned ? 0 : device):D7}");
    }

    public string Serial(int device) =>
        string.Create(CultureInfo.InvariantCulture, $"PF{_draw.Below(0xFFF, Purpose.Serial, device):X3}{device:D7}");

    /// <summary>The name that the machine gives itself. Some are longer than the 15 characters AD keeps; those 15 are unique too.</summary>
    public string Name(int device, Hardware hardware)
    {
        if (hardware is Hardware.IPhone or Hardware.IPad) return PhoneName(device, hardware);
        var prefix = HardwareFacts.Of(hardware).NamePrefix;
        return hardware is Hardware.Laptop && _draw.Below(8, Purpose.LongName, device) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"NB{device:D7}-{_draw.Of(Sites, Purpose.LongName, device, 1)}")
            : string.Create(CultureInfo.InvariantCulture, $"{prefix}-{device:D6}");
    }

    public string AdName(int device, Hardware hardware)
    {
        var name = Name(device, hardware).ToUpperInvariant();
        return name.Length > LongestAdName ? name[..LongestAdName] : name;
    }

    /// <summary>With its update level where it is Windows 10 or later.</summary>
    public string? OsVersion(int device, SystemFacts system) =>
        system.Version is { } version && version.StartsWith("10.0.", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{version}.{4_000 + _draw.Below(900, Purpose.OsRevision, device)}")
            : system.Version;

    public Employee UserOf(int device) => Employee.Number(UserNumber(device), _options, _draw);

    public Guid UserIdOf(int device) => Employee.IdOf(UserNumber(device), _draw);

    private int UserNumber(int device) => _draw.Below(Math.Max(1, (int)(_options.Devices * 7L / 10)), Purpose.User, device);

    // People name their phones; a spreadsheet would run some of these names, and they are not unique.
    private string PhoneName(int device, Hardware hardware) => _draw.Below(40, Purpose.DeviceName, device) switch
    {
        0 => "@hjemme",
        1 => "=iPad+1",
        2 => "iPad (3)",
        3 => "Kari, Ola & \"familien\"",
        _ => UserOf(device).GivenName + "s " + HardwareFacts.Of(hardware).NamePrefix,
    };

    private uint DomainPart(int index) => 100_000_000 + (uint)_draw.Below(2_000_000_000, Purpose.DomainSid, index);
}
