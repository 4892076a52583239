namespace Etl.Simulator.Cast;

/// <summary>What an Entra object says about its management.</summary>
internal enum Mdm
{
    Never,
    Intune,
    ConfigMgr,
    Other,
    Defender,

    /// <summary>Was managed: isManaged is false, not null.</summary>
    Ended,
}
