namespace Etl.Export;

/// <summary>A range of device ids in the order of their text, the end excluded; no end for the last.</summary>
internal readonly record struct DeviceSlice(string From, string? Before)
{
    internal const int MaxDevices = 100_000;

    private const string Digits = "0123456789abcdef";

    /// <summary>Slices that cover all ids, each with at most about <see cref="MaxDevices"/> of <paramref name="devices"/> random GUIDs.</summary>
    public static IReadOnlyList<DeviceSlice> Of(long devices)
    {
        List<string> starts = [string.Empty];
        for (var slices = 1; slices * (long)MaxDevices < devices; slices *= Digits.Length)
            starts = [.. starts.SelectMany(start => Digits.Select(digit => start + digit))];
        starts[0] = string.Empty;
        return [.. starts.Select((start, i) => new DeviceSlice(start, i + 1 < starts.Count ? starts[i + 1] : null))];
    }
}
