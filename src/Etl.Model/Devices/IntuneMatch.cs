namespace Etl.Model.Devices;

/// <summary>How the Intune record of a device was keyed. The member names are the codes in the warehouse and in exports.</summary>
public enum IntuneMatch : byte
{
    None,
    DeviceId,
    Standalone,
}
