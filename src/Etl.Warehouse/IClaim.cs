namespace Etl.Warehouse;

/// <summary>A claim that is held until it is disposed of, unless it is lost before.</summary>
public interface IClaim : IAsyncDisposable
{
    /// <summary>False where it has been lost: somebody else may have it by now.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellationToken);
}
