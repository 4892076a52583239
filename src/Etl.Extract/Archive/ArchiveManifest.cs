using System.Text.Json;
using System.Text.Json.Serialization;
using Etl.Model.Runs;

namespace Etl.Extract.Archive;

/// <summary>
/// What the archive of a run holds, so that damage is noticed and a day can be rebuilt from it: <c>manifest.json</c> beside the pages.
/// </summary>
public sealed record ArchiveManifest
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public int Format { get; init; } = CurrentFormat;
    public required Guid RunId { get; init; }
    public required string Tenant { get; init; }

    /// <summary>The snapshot instant T of the rules.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateOnly SnapshotDate { get; init; }
    public required DateTimeOffset Started { get; init; }

    /// <summary>Running once the sources are read; then what became of the run.</summary>
    public required RunState State { get; init; }

    /// <summary>Devices that the run published.</summary>
    public long? Devices { get; init; }

    /// <summary>The version of the rules that the run went by, options and tables included.</summary>
    public required string RulesVersion { get; init; }

    public required IReadOnlyList<ArchivedSource> Sources { get; init; }

    /// <summary>The files, by name: for each list the pages in the order in which they were read.</summary>
    public required IReadOnlyList<ArchivedFile> Files { get; init; }

    /// <summary>The manifest in a folder; null where there is none.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static ArchiveManifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<ArchiveManifest>(File.ReadAllBytes(path), Json) : null;
    }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
