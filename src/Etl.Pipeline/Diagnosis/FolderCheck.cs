using System.Globalization;
using Etl.Model.Diagnosis;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Pipeline.Diagnosis;

/// <summary>
/// The folders that are written to: may this account do that, and is there room. A folder that is not there yet is not made; the one
/// that it would be made in is asked. The only way to know is to write: a file without content, gone at once.
/// </summary>
public static class FolderCheck
{
    private const long Little = 1L << 30;
    private const long TooLittle = 100L << 20;

    public static IEnumerable<Finding> Of(EtlOptions options)
    {
        if (WarehouseFactory.FileOf(options.Warehouse) is { } file)
            yield return Of("warehouse folder", "Warehouse:ConnectionString", Path.GetDirectoryName(file)!);
        yield return options.Archive.Enabled
            ? Of("archive folder", "Archive:Path", options.Archive.Path)
            : Finding.Warning("archive folder", "no archive is kept (Archive:Enabled is false): days cannot be rebuilt with newer rules.");
        yield return Of("export folder", "Export:Directory", options.Export.Directory);
        yield return OfLogs(options.Logs);
        yield return Of("alert state", "Alerts:StatePath", Path.GetDirectoryName(Path.GetFullPath(options.Alerts.StatePath))!);
    }

    public static Finding OfLogs(LogOptions logs) => Of("log folder", "Logs:Directory", logs.Directory);

    internal static Finding Of(string check, string key, string folder)
    {
        var full = Path.GetFullPath(folder);
        var there = full;
        while (!Directory.Exists(there))
        {
            if (File.Exists(there)) return Finding.Fails(check, $"{there} is a file and no folder. Set {key} to another path.");
            if (Path.GetDirectoryName(there) is not { } parent) return Finding.Fails(check, $"there is no {there}. Set {key} to another path.");
            there = parent;
        }

        var trial = Path.Combine(there, ".etl-doctor-" + Path.GetRandomFileName());
        try
        {
            using var _ = new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Fails(check, $"{there} cannot be written ({e.Message.Replace(trial, there, StringComparison.Ordinal).TrimEnd('.')}). Give this account the right, or set {key} to another path.");
        }

        return OfSpace(check, key, there == full ? full : $"{full} (made when needed)", new DriveInfo(there).AvailableFreeSpace);
    }

    internal static Finding OfSpace(string check, string key, string folder, long free)
    {
        var seen = string.Create(CultureInfo.InvariantCulture, $"{folder} can be written, {free / (double)(1L << 30):N1} GiB are free");
        if (free >= Little) return Finding.Ok(check, seen + ".");
        var advice = $". Free some space, or set {key} to another disk.";
        return free >= TooLittle ? Finding.Warning(check, seen + advice) : Finding.Fails(check, seen + advice);
    }
}
