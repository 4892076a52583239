namespace Etl.Model.Values;

/// <summary>Text cleaning of section 1 of the rules, before anything is compared.</summary>
public static class CleanText
{
    private static readonly string[] SerialPlaceholders =
        ["0", "none", "default string", "system serial number", "to be filled by o.e.m."];

    /// <summary>Trimmed; null where nothing is left.</summary>
    public static string? OrNull(string? text)
    {
        if (text is null) return null;
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>As <see cref="OrNull"/>; serials that firmware ships with are null.</summary>
    public static string? Serial(string? text) =>
        OrNull(text) is { } serial && !SerialPlaceholders.Contains(serial, StringComparer.OrdinalIgnoreCase) ? serial : null;

    /// <summary>As <see cref="OrNull"/>; "unknown" is null.</summary>
    public static string? OperatingSystem(string? text) =>
        OrNull(text) is { } system && !system.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? system : null;
}
