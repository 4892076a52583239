using System.Security.Cryptography;
using System.Text;
using Etl.Model.Errors;

namespace Etl.Warehouse.DuckDb;

/// <summary>A claim as a locked file beside the warehouse: the operating system lets go of it when its process ends.</summary>
internal sealed class ClaimFile : IClaim
{
    private readonly FileStream _file;

    private ClaimFile(FileStream file) => _file = file;

    /// <summary>Null while it is claimed. The file stays when the claim ends: whoever deleted it could delete the next holder's.</summary>
    public static ClaimFile? TryOpen(string warehouse, string name)
    {
        var path = $"{warehouse}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}.claim";
        try
        {
            return new ClaimFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DuckDbErrors.ReadOnlyFile(warehouse, error);
        }
    }

    /// <summary>A lock on a local file goes with the process and not before.</summary>
    public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
