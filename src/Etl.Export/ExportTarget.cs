using Etl.Model.Errors;

namespace Etl.Export;

/// <summary>A file under a temporary name until it is whole, or the standard output.</summary>
internal sealed class ExportTarget : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _partPath;
    private bool _isCommitted;

    private ExportTarget(string? path, Stream content)
    {
        _path = path;
        _partPath = path is null ? null : PartOf(path);
        Content = content;
    }

    public Stream Content { get; }

    public static ExportTarget Open(string path, Func<Stream> standardOutput)
    {
        if (path == ExportRequest.StandardOutput) return new ExportTarget(path: null, standardOutput());
        try
        {
            var fullPath = Path.GetFullPath(path);
            if (Directory.Exists(fullPath)) throw new IOException("it is a folder");
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
            return new ExportTarget(fullPath, new FileStream(PartOf(fullPath), FileMode.Create, FileAccess.Write, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EtlException(Stage.Export, $"{path} cannot be written: {error.Message.TrimEnd('.')}. Give --output another path.", error);
        }
    }

    /// <summary>Gives the file its name. The content is closed by then.</summary>
    public void Commit()
    {
        if (_path is null) return;
        try
        {
            File.Move(_partPath!, _path, overwrite: true);
            _isCommitted = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EtlException(Stage.Export, $"{_path} cannot be replaced: {error.Message.TrimEnd('.')}. Close it where it is open.", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_path is null || _isCommitted) return;
        await Content.DisposeAsync();
        File.Delete(_partPath!);
    }

    // Engines that read a whole folder pass over names that begin like this one.
    private static string PartOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $"_{Path.GetFileName(path)}.part");
}
