using Etl.Model.Devices;

namespace Etl.Transform.Matching;

/// <summary>Enum-like source text to what the rules call it. Compared without case; an unknown member is <c>Other</c>, never a fault.</summary>
internal static class Codes
{
    // https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership, "Rules for devices"
    private static readonly Guid IntuneApp = new("0000000a-0000-0000-c000-000000000000");
    private static readonly Guid ConfigMgrApp = new("54b943f8-d761-4f8d-951e-9cea1846db5a");

    private static readonly string[] EnrolledAgents =
    [
        "mdm", "easMdm", "intuneClient", "easIntuneClient", "configurationManagerClientMdm", "configurationManagerClientMdmEas",
        "googleCloudDevicePolicyController", "microsoft365ManagedMdm", "intuneAosp",
    ];

    private static readonly string[] LeavingStates = ["retirePending", "retireIssued", "wipePending", "wipeIssued", "deletePending"];

    public static TrustType ReadTrustType(string? text) => Is(text, "AzureAd") ? TrustType.AzureAd
        : Is(text, "ServerAd") ? TrustType.ServerAd
        : Is(text, "Workplace") ? TrustType.Workplace
        : TrustType.Other;

    public static ProfileType ReadProfileType(string? text) => Is(text, "RegisteredDevice") ? ProfileType.RegisteredDevice
        : Is(text, "SecureVM") ? ProfileType.SecureVM
        : Is(text, "Printer") ? ProfileType.Printer
        : Is(text, "IoT") ? ProfileType.IoT
        : ProfileType.Other;

    public static MdmApp ReadMdmApp(Guid? id) => id is null ? MdmApp.None
        : id == IntuneApp ? MdmApp.Intune
        : id == ConfigMgrApp ? MdmApp.ConfigMgr
        : MdmApp.Other;

    public static ManagementAgent ReadAgent(string? text) => IsOneOf(text, EnrolledAgents) ? ManagementAgent.Enrolled
        : Is(text, "configurationManagerClient") ? ManagementAgent.ConfigMgr
        : Is(text, "msSense") ? ManagementAgent.Sense
        : Is(text, "jamf") ? ManagementAgent.Jamf
        : Is(text, "eas") ? ManagementAgent.Exchange
        : ManagementAgent.Other;

    public static ManagementState ReadManagementState(string? text) => Is(text, "discovered") ? ManagementState.Discovered
        : IsOneOf(text, LeavingStates) ? ManagementState.Leaving
        : ManagementState.Other;

    public static Ownership ReadIntuneOwner(string? text) => Is(text, "company") ? Ownership.Company
        : Is(text, "personal") ? Ownership.Personal
        : Ownership.Unknown;

    public static Ownership ReadEntraOwnership(string? text) => Is(text, "company") || Is(text, "corporate") ? Ownership.Company
        : Is(text, "personal") ? Ownership.Personal
        : Ownership.Unknown;

    public static bool Is(string? text, string code) => string.Equals(text, code, StringComparison.OrdinalIgnoreCase);

    private static bool IsOneOf(string? text, string[] codes) => text is not null && codes.Contains(text, StringComparer.OrdinalIgnoreCase);
}
