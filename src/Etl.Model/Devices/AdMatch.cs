namespace Etl.Model.Devices;

/// <summary>How the AD computer of a device was found. The member names are the codes in the warehouse and in exports.</summary>
public enum AdMatch : byte
{
    None,
    ObjectGuid,
    Sid,
}
