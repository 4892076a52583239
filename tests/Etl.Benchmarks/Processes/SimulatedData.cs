namespace Etl.Benchmarks.Processes;

/// <summary>Where a simulated tenant can be read, and how much of it there is.</summary>
internal sealed record SimulatedData
{
    public required string BaseUrl { get; init; }
    public required string Token { get; init; }
    public required string AdPath { get; init; }
    public required DateTimeOffset SnapshotInstant { get; init; }
    public required int EntraDevices { get; init; }
    public required int ManagedDevices { get; init; }
    public required int AdComputers { get; init; }

    public long Records => (long)EntraDevices + ManagedDevices + AdComputers;
}
