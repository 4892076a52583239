namespace Etl.Transform.Matching;

/// <summary>The devices of three inventories, and where every record went.</summary>
internal sealed record MatchResult(
    Storage.ChunkedList<MatchedDevice> Devices, SourceCounts Entra, SourceCounts Intune, SourceCounts ActiveDirectory);
