namespace Etl.Transform.Matching;

/// <summary>Graph's <c>managementState</c>, as far as a rule reads it.</summary>
internal enum ManagementState : byte
{
    Other,
    Discovered,

    /// <summary>retirePending, retireIssued, wipePending, wipeIssued or deletePending.</summary>
    Leaving,
}
