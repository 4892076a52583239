namespace Etl.Model.Devices;

/// <summary>How a device is tied to the organisation's identity. Section 3 of the rules. The member names are the codes in the warehouse and in exports.</summary>
public enum JoinType : byte
{
    Unknown,
    EntraJoined,
    HybridJoined,
    HybridPending,
    AutopilotPending,
    EntraRegistered,
    DomainJoined,
    NotJoined,
}
