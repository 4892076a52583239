namespace Etl.Simulator.Graph;

/// <summary>All that the bytes of a page depend on, besides the day.</summary>
/// <param name="Host">As the client called it: nextLink leads back there.</param>
/// <param name="Select">As the client wrote it; null for none.</param>
/// <param name="Top">Null for the default.</param>
internal sealed record PageRequest(
    GraphList List, string Host, string? Select, int? Top, bool WantsCount, bool AllMembers, bool Gzip, PagePosition Position);
