namespace Etl.Extract.Graph;

/// <summary>Which permissions will do in place of another: https://learn.microsoft.com/graph/permissions-reference</summary>
internal static class GraphPermissions
{
    private static readonly Dictionary<string, string[]> Larger = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Device.Read.All"] = ["Device.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All", "Directory.AccessAsUser.All"],
        ["DeviceManagementManagedDevices.Read.All"] = ["DeviceManagementManagedDevices.ReadWrite.All"],
    };

    public static bool Satisfies(IEnumerable<string> granted, string permission) =>
        granted.Any(one => one.Equals(permission, StringComparison.OrdinalIgnoreCase)
            || Larger[permission].Contains(one, StringComparer.OrdinalIgnoreCase));

    public static bool MayWrite(string permission) =>
        permission.Contains("ReadWrite", StringComparison.OrdinalIgnoreCase)
        || permission.Contains("PrivilegedOperations", StringComparison.OrdinalIgnoreCase);
}
