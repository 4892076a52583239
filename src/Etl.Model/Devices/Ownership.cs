namespace Etl.Model.Devices;

/// <summary>Section 6 of the rules. The member names are the codes in the warehouse and in exports.</summary>
public enum Ownership : byte
{
    Unknown,
    Company,
    Personal,
}
