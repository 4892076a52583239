using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Etl.Model.Errors;

namespace Etl.Warehouse.DuckDb;

/// <summary>What the native library says, as sentences that say what to do.</summary>
internal static partial class DuckDbErrors
{
    public static bool IsHeldByAnotherProcess(DuckDBException error) =>
        error.Message.Contains("Could not set lock", StringComparison.Ordinal)
        || error.Message.Contains("being used by another process", StringComparison.Ordinal);

    public static EtlException Held(string path, TimeSpan waited, DuckDBException? error)
    {
        var holder = error is null ? "other work of this program" : Holder(error.Message);
        return new EtlException(Stage.Load,
            $"The warehouse {path} is in use by {holder}; waited {waited.TotalSeconds:0} s for it. "
            + "Run again when that has finished. One process at a time can use a DuckDB file; SQL Server takes many.", error)
        {
            IsTransient = true,
        };
    }

    public static EtlException NoWarehouse(string path) => new(Stage.Load,
        $"There is no warehouse at {path}. `etl run` or `etl migrate` creates it; Warehouse:ConnectionString names the file.");

    public static EtlException OlderSchema(string path) => new(Stage.Load,
        $"The warehouse {path} has the schema of an earlier version. `etl migrate` upgrades it, and so does the next run.");

    public static EtlException ReadOnlyFile(string path, Exception? error = null) => new(Stage.Load,
        $"The warehouse {path} cannot be written: the file or its folder is read-only for this user. "
        + "Give write access, or name another file in Warehouse:ConnectionString. Nothing was published.", error);

    public static EtlException Translate(DuckDBException error, string path) =>
        Known(error, path) ?? new EtlException(Stage.Load, $"The warehouse {path} refused the work: {error.Message}", error);

    /// <summary>Null for an error that has no sentence of its own.</summary>
    public static EtlException? Known(DuckDBException error, string path)
    {
        bool Says(string part) => error.Message.Contains(part, StringComparison.OrdinalIgnoreCase);

        if (Says("not a valid DuckDB database file") || Says("sqlite"))
            return new EtlException(Stage.Load,
                $"{path} is not a DuckDB file. Name another file in Warehouse:ConnectionString, or move this one away: "
                + "the next run then creates a warehouse.", error);
        if (Says("database file with version number"))
            return new EtlException(Stage.Load,
                $"{path} was written by another version of DuckDB than this program has. Use the version of this program that made it.", error);
        if (Says("Corrupt database file") || Says("could not read enough bytes") || Says("Serialization Error"))
            return new EtlException(Stage.Load,
                $"The warehouse {path} is damaged ({FirstLine(error.Message)}). Restore it from a backup, or move it away: the next run "
                + "then creates a new one, and `etl replay` fills it from the archive.", error);
        if (Says("No space left") || Says("not enough space") || Says("File too large") || Says("max_temp_directory_size"))
            return new EtlException(Stage.Load,
                $"The disk that holds {path} is full. Nothing was published; free some space and run again.", error);
        if (Says("Permission denied") || Says("Read-only file system") || Says("Access is denied")) return ReadOnlyFile(path, error);
        if (Says("Is a directory"))
            return new EtlException(Stage.Load, $"{path} is a folder. Name a file in Warehouse:ConnectionString.", error);
        if (Says("Out of Memory Error"))
            return new EtlException(Stage.Load,
                "The warehouse needed more memory than it may use. Nothing was published; set a larger memory_limit (memory_limit=2GB, say) "
                + "in Warehouse:ConnectionString and run again.", error);
        return null;
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('.', '\r');

    private static string Holder(string message)
    {
        var match = ProgramAndProcess().Match(message);
        return match.Success ? $"{match.Groups["program"].Value} (process {match.Groups["pid"].Value})" : "another process";
    }

    [GeneratedRegex(@"in (?<program>[^""\r\n]+?) \(PID (?<pid>\d+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ProgramAndProcess();
}
