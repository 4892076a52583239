namespace Etl.Model.Sources;

/// <summary>The three inventories that a run joins. The member names are the codes in <c>ops</c> tables and exports.</summary>
public enum SourceKind
{
    /// <summary>Microsoft Graph <c>/devices</c>.</summary>
    Entra,

    /// <summary>Microsoft Graph <c>/deviceManagement/managedDevices</c>.</summary>
    Intune,

    /// <summary>CSV exports of on-premises AD computers.</summary>
    ActiveDirectory,
}
