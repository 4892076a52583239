using System.Collections.Concurrent;

namespace Etl.Extract.Archive;

/// <summary>
/// The folder that keeps what one run read, as it came: a page or file is here, complete, before it counts as read. A published day
/// can then be rebuilt with newer rules.
/// </summary>
public sealed class RunArchive
{
    private readonly string? _folder;
    private readonly ConcurrentDictionary<string, ArchivedFile> _files = new(StringComparer.Ordinal);

    private RunArchive(string? folder) => _folder = folder;

    /// <summary>Keeps nothing (<c>Archive:Enabled</c> is false).</summary>
    public static RunArchive Disabled { get; } = new(null);

    /// <summary>What was kept so far, by name.</summary>
    public IReadOnlyList<ArchivedFile> Files => [.. _files.Values.OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Keeps entries in <paramref name="folder"/>, which is made where it is missing.</summary>
    public static RunArchive In(string folder)
    {
        Directory.CreateDirectory(folder);
        return new RunArchive(folder);
    }

    /// <summary>Starts an entry. It appears under <paramref name="name"/> when it is committed, and never half.</summary>
    public ArchiveEntry Create(string name) =>
        _folder is null ? new ArchiveEntry() : new ArchiveEntry(_folder, name, file => _files[file.Name] = file);

    /// <summary>Says what the archive holds and what became of the run, in place of what was said before.</summary>
    public async Task WriteManifestAsync(ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        if (_folder is null) return;
        await using var entry = new ArchiveEntry(_folder, ArchiveManifest.FileName, _ => { });
        await entry.Content.WriteAsync(manifest.ToBytes(), cancellationToken);
        await entry.CommitAsync(cancellationToken);
    }
}
