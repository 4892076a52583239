namespace Etl.Model.Devices;

/// <summary>Whether a device belongs in the denominator of coverage, and why not. Section 7 of the rules. The member names are the codes in the warehouse and in exports.</summary>
public enum Scope : byte
{
    Unknown,
    InScope,
    Server,
    Excluded,
    NonUserDevice,
    Superseded,
    AutopilotPending,
    Disabled,
    Personal,
    Stale,
}
