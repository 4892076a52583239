namespace Etl.Extract.Archive;

/// <summary>
/// The folder that keeps what one run read, as it came: a page or file is here, complete, before it counts as read. A published day
/// can then be rebuilt with newer rules.
/// </summary>
public sealed class RunArchive
{
    private readonly string? _folder;

    private RunArchive(string? folder) => _folder = folder;

    /// <summary>Keeps nothing (<c>Archive:Enabled</c> is false).</summary>
    public static RunArchive Disabled { get; } = new(null);

    /// <summary>Keeps entries in <paramref name="folder"/>, which is made where it is missing.</summary>
    public static RunArchive In(string folder)
    {
        Directory.CreateDirectory(folder);
        return new RunArchive(folder);
    }

    /// <summary>Starts an entry. It appears under <paramref name="name"/> when it is committed, and never half.</summary>
    public ArchiveEntry Create(string name) => new(_folder is null ? null : Path.Combine(_folder, name));
}
