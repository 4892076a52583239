using System.Collections.Frozen;

namespace Etl.Simulator.Cast;

/// <summary>
/// The machines of a mid-size European organisation on its way from AD to the cloud. Each case of the classification rules has a
/// persona; the shares are chosen so that the result looks like a real one.
/// </summary>
internal static partial class Personas
{
    private static readonly EntraTraits HybridObject = new(Join.Hybrid, Mdm.Intune);
    private static readonly EntraTraits CoManagedObject = new(Join.Hybrid, Mdm.ConfigMgr);
    private static readonly EntraTraits UnmanagedHybrid = new(Join.Hybrid) { Ownership = null };
    private static readonly EntraTraits JoinedObject = new(Join.Joined, Mdm.Intune);
    private static readonly EntraTraits UnmanagedJoined = new(Join.Joined) { Ownership = null };
    private static readonly EntraTraits AutopilotObject = JoinedObject with { Autopilot = true };
    private static readonly EntraTraits PlaceholderObject =
        new(Join.Placeholder) { Autopilot = true, Disabled = true, NamedBySerial = true, Tag = HardwareTag.None, Ownership = null };

    private static readonly EntraTraits CompanyRegistered = new(Join.Registered, Mdm.Intune);
    private static readonly EntraTraits PersonalRegistered = new(Join.Registered, Mdm.Intune) { Ownership = "Personal" };
    private static readonly EntraTraits UnmanagedRegistered = new(Join.Registered) { Ownership = null };
    private static readonly EntraTraits NoTrustType =
        new(Join.None, Mdm.Defender) { Profile = null, Ownership = null, Tag = HardwareTag.None };

    private static readonly IntuneTraits GroupPolicy = new("windowsCoManagement");
    private static readonly IntuneTraits CoManagement = new("windowsCoManagement", "configurationManagerClientMdm");
    private static readonly IntuneTraits TenantAttach = new("unknown", "configurationManagerClient");
    private static readonly IntuneTraits JoinEnrolment = new("windowsAzureADJoin");
    private static readonly IntuneTraits AutopilotEnrolment = JoinEnrolment with { Profile = "Corp Autopilot User-Driven" };
    private static readonly IntuneTraits Defender = new("unknown", "msSense") { Owner = "unknown" };

    /// <summary>In the order in which they are dealt out; a new one goes to the end of its group.</summary>
    public static Persona[] All { get; } = [.. Hybrid(), .. OnPremises(), .. Joined(), .. Mobile(), .. Others()];

    public static Persona[] Singles { get; } = [.. All.Where(persona => persona.Single)];

    /// <summary>One entry a machine.</summary>
    public static Persona[] Deck { get; } = [.. All.SelectMany(persona => Enumerable.Repeat(persona, persona.Share))];

    /// <summary>Entra devices that a deck of machines has.</summary>
    public static int EntraPerDeck { get; } = Deck.Sum(persona => persona.Entra.Length);

    private static readonly FrozenDictionary<string, Persona> ByName = All.ToFrozenDictionary(persona => persona.Name);

    public static Persona Named(string name) => ByName[name];
}
