using Etl.Model.Sources;

namespace Etl.Extract;

/// <summary>One inventory, read from its start to its end. Read once; a second reading takes a new source.</summary>
public interface ISource<T>
{
    /// <summary>What the reading took and met; complete when the pages have ended.</summary>
    SourceReport Report { get; }

    /// <summary>
    /// The pages of the source in its own order. Memory is bounded by a page. Throws <see cref="Model.Errors.EtlException"/> where
    /// the source cannot be read to its end.
    /// </summary>
    IAsyncEnumerable<SourcePage<T>> ReadAsync(CancellationToken cancellationToken);
}
