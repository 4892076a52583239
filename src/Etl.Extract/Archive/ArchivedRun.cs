using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Sources;

namespace Etl.Extract.Archive;

/// <summary>
/// The archive of a run, read again: the same pages through the same parsers, from files instead of from Graph. AD files are unpacked
/// beside each other for as long as this is open.
/// </summary>
public sealed class ArchivedRun : IDisposable
{
    private const string AdPrefix = "ad-";

    private DirectoryInfo? _unpacked;

    private ArchivedRun(string folder, ArchiveManifest manifest)
    {
        Folder = folder;
        Manifest = manifest;
    }

    public string Folder { get; }

    public ArchiveManifest Manifest { get; }

    public bool HasActiveDirectory => Manifest.Files.Any(IsAdFile);

    /// <summary>The archive in a folder; null where nothing was kept there, or no run came as far as to say what it kept.</summary>
    /// <exception cref="EtlException">The manifest cannot be read.</exception>
    public static ArchivedRun? Open(string folder)
    {
        try
        {
            return ArchiveManifest.Read(folder) is not { } manifest ? null
                : manifest.Format == ArchiveManifest.CurrentFormat ? new ArchivedRun(folder, manifest)
                : throw Damaged(Path.Combine(folder, ArchiveManifest.FileName), $"it has format {manifest.Format}; expected {ArchiveManifest.CurrentFormat}");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(Path.Combine(folder, ArchiveManifest.FileName), e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>Compares every file with the manifest. Throws <see cref="EtlException"/> that names the first that is not as it was written.</summary>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Manifest.Files)
        {
            var path = Path.Combine(Folder, file.Name);
            try
            {
                await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
                if (content.Length != file.Bytes) throw Damaged(path, $"it has {content.Length} bytes; {file.Bytes} were written");
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                if (hash != file.Sha256) throw Damaged(path, $"its SHA-256 is {hash}; {file.Sha256} was written");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Damaged(path, e.Message.TrimEnd('.'), e);
            }
        }
    }

    public ISource<EntraDevice> EntraDevices(IProgress<SourceProgress>? progress) =>
        new ArchivedListing<EntraDevice>(this, EntraDeviceSource.List, EntraDeviceParser.Properties, new EntraDeviceParser(), progress);

    public ISource<ManagedDevice> ManagedDevices(bool withPrimaryUser, IProgress<SourceProgress>? progress) =>
        new ArchivedListing<ManagedDevice>(this, ManagedDeviceSource.List, ManagedDeviceParser.Properties, new ManagedDeviceParser(withPrimaryUser), progress);

    /// <summary>The AD exports, read as <paramref name="options"/> say, wherever those look for files.</summary>
    public ISource<AdComputer> AdComputers(AdOptions options, IProgress<SourceProgress>? progress)
    {
        _unpacked ??= Directory.CreateTempSubdirectory("etl-replay-");
        var written = Manifest.AsOf - (SourceOf(SourceKind.ActiveDirectory)?.FileAge ?? TimeSpan.Zero);
        foreach (var (index, file) in Manifest.Files.Where(IsAdFile).Index())
        {
            // A folder each: exports of several forests may have one name, and their order is that of the archive.
            var folder = _unpacked.CreateSubdirectory(FormattableString.Invariant($"{index:00}"));
            var path = Path.Combine(folder.FullName, file.Name[(AdPrefix.Length + 3)..^".gz".Length]);
            using (var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, file.Name)), CompressionMode.Decompress))
            using (var plain = File.Create(path))
                packed.CopyTo(plain);
            File.SetLastWriteTimeUtc(path, written.UtcDateTime);
        }

        return new AdComputerSource(options with { Path = Path.Combine(_unpacked.FullName, "*", "*") }, RunArchive.Disabled, Manifest.AsOf, progress);
    }

    public void Dispose() => _unpacked?.Delete(recursive: true);

    internal ArchivedSource? SourceOf(SourceKind kind) => Manifest.Sources.FirstOrDefault(source => source.Source == kind);

    /// <summary>The pages of a list in the order in which they were read.</summary>
    internal IEnumerable<string> Pages(string prefix) => Manifest.Files
        .Where(file => file.Name.StartsWith(prefix + "-", StringComparison.Ordinal))
        .Select(file => Path.Combine(Folder, file.Name));

    internal static EtlException Damaged(string path, string what, Exception? inner = null) => new(Stage.Extract,
        $"The archive is damaged: {path}: {what}. Put the file back from a backup, or rebuild from the day after it on.", inner);

    private static bool IsAdFile(ArchivedFile file) => file.Name.StartsWith(AdPrefix, StringComparison.Ordinal);
}
