namespace Etl.Transform.Matching;

/// <summary>Graph's <c>managementAgent</c>, as section 4 of the rules groups it.</summary>
internal enum ManagementAgent : byte
{
    /// <summary>unknown, or a member that these rules don't know yet.</summary>
    Other,

    /// <summary>An agent under which a device counts as enrolled.</summary>
    Enrolled,

    ConfigMgr,
    Sense,
    Jamf,
    Exchange,
}
