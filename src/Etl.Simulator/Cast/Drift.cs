namespace Etl.Simulator.Cast;

/// <summary>A change that comes to every machine of a persona on some day within <paramref name="WithinDays"/>, earlier ones first.</summary>
internal sealed record Drift(string To, int WithinDays);
