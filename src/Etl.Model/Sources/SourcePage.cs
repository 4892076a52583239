namespace Etl.Model.Sources;

/// <summary>
/// What one page or block of a source held. A page is the atom of reading: it is archived, read to its end and then handed on, or it
/// is asked for again; half a page never leaves the extractor.
/// </summary>
/// <param name="Number">1-based.</param>
public sealed record SourcePage<T>(int Number, IReadOnlyList<T> Records, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Records in the page, usable or not.</summary>
    public int RowsRead => Records.Count + Rejected.Count;
}
