namespace Etl.Extract.Archive;

/// <summary>An entry being written under a temporary name. Disposed without <see cref="CommitAsync"/>, it leaves nothing behind.</summary>
public sealed class ArchiveEntry : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _partPath;
    private bool _isCommitted;

    internal ArchiveEntry(string? path)
    {
        _path = path;
        _partPath = path is null ? null : path + ".part";
        Content = _partPath is null
            ? Stream.Null
            : new FileStream(_partPath, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 12, FileOptions.Asynchronous);
    }

    /// <summary>Where the bytes go.</summary>
    public Stream Content { get; }

    /// <summary>Gives the entry its name. An entry of that name from an earlier attempt is replaced.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_path is null) return;
        await Content.FlushAsync(cancellationToken);
        await Content.DisposeAsync();
        File.Move(_partPath!, _path, overwrite: true);
        _isCommitted = true;
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
