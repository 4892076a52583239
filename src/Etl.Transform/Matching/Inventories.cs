using Etl.Transform.Classification;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>The three inventories of one tenant at one instant. Each may be filled by a thread of its own.</summary>
public sealed class Inventories
{
    // Read-only in effect: what the rules see of a record that a device does not have.
    private static EntraRow NoEntra;
    private static IntuneRow NoIntune;
    private static AdRow NoAd;

    public EntraInventory Entra { get; } = new();
    public IntuneInventory Intune { get; } = new();
    public AdInventory ActiveDirectory { get; } = new();

    internal DeviceFacts FactsOf(MatchedDevice device, Instant t) => new(
        in device.Entra < 0 ? ref NoEntra : ref Entra.Rows[device.Entra],
        in device.Intune < 0 ? ref NoIntune : ref Intune.Rows[device.Intune],
        in device.Ad < 0 ? ref NoAd : ref ActiveDirectory.Rows[device.Ad],
        t);

    internal string? DeviceName(in DeviceFacts device) =>
        Intune.Texts.Read(device.M.DeviceName) ?? Entra.Texts.Read(device.E.DisplayName) ?? ActiveDirectory.Texts.Read(device.A.Name);
}
