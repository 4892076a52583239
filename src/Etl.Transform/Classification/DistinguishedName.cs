namespace Etl.Transform.Classification;

/// <summary>Distinguished names of AD objects (RFC 4514).</summary>
internal static class DistinguishedName
{
    /// <summary>The parent: everything after the first comma that is not escaped; null where there is none.</summary>
    public static string? Parent(string? name)
    {
        if (name is null) return null;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '\\') i++;
            else if (name[i] == ',') return i + 1 < name.Length ? name[(i + 1)..].TrimStart() : null;
        }

        return null;
    }
}
