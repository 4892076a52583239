using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>One parsed page.</summary>
/// <param name="NextLink">Where the next page is; null on the last one.</param>
internal sealed record GraphPage<T>(List<T> Records, List<RejectedRow> Rejected, string? NextLink);
