namespace Etl.Simulator.Graph;

/// <summary>A body as it goes out, and where the list goes on.</summary>
internal sealed record Page(byte[] Body, PagePosition? Next);
