namespace Etl.Transform.Matching;

/// <summary>Whose <c>mdmAppId</c> an Entra device carries.</summary>
internal enum MdmApp : byte
{
    None,
    Intune,
    ConfigMgr,
    Other,
}
