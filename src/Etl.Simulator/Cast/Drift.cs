namespace Etl.Simulator.Cast;

/// <summary>A change that comes to each machine of a persona within so many days; of several the earliest.</summary>
internal sealed record Drift(string To, int WithinDays);
