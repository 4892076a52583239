namespace Etl.Simulator.Cast;

/// <summary>The <c>[HWID]</c> tag of an Entra object.</summary>
internal enum HardwareTag
{
    Own,
    None,

    /// <summary>The tag of one image that was cloned to many machines.</summary>
    Cloned,
}
