namespace Etl.Extract.Archive;

/// <summary>An entry being written under a temporary name. Disposed without <see cref="CommitAsync"/>, it leaves nothing behind.</summary>
public sealed class ArchiveEntry : IAsyncDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly string? _path;
    private readonly string? _partPath;
    private readonly HashingStream? _hashing;
    private readonly Action<ArchivedFile>? _committed;
    private bool _isCommitted;

    /// <summary>An entry that is not kept.</summary>
    internal ArchiveEntry() => Content = Stream.Null;

    internal ArchiveEntry(string folder, string name, Action<ArchivedFile> committed)
    {
        _path = Path.Combine(folder, name);
        _partPath = _path + ".part";
        _committed = committed;
        Content = _hashing = new HashingStream(new FileStream(_partPath, FileMode.Create, FileAccess.Write, FileShare.None, BlockBytes));
    }

    /// <summary>Where the bytes go.</summary>
    public Stream Content { get; }

    /// <summary>Gives the entry its name. An entry of that name from an earlier attempt is replaced.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_path is null) return;
        await Content.FlushAsync(cancellationToken);
        var file = new ArchivedFile(Path.GetFileName(_path), _hashing!.BytesWritten, _hashing.TakeSha256());
        await Content.DisposeAsync();
        File.Move(_partPath!, _path, overwrite: true);
        _isCommitted = true;
        _committed!(file);
    }

    public async ValueTask DisposeAsync()
    {
        if (_path is null || _isCommitted) return;
        try
        {
            await Content.DisposeAsync();
        }
        finally
        {
            // A full disk fails the last flush too; what is there must go all the same.
            File.Delete(_partPath!);
        }
    }
}
