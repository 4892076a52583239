using Etl.Repository.Tests;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>The SQL that asks the report views what a measure says: one file a measure.</summary>
internal static class MeasureTwins
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "tests", "Etl.PowerBI.Tests", "Measures"), "*.sql")
            .OrderBy(file => file, StringComparer.Ordinal).ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
}
