namespace Etl.Transform.Matching;

/// <summary>Where the usable records of one source went: each is in exactly one of the three.</summary>
/// <param name="Superseded">Intune records behind the primary one of their device; 0 for the other sources.</param>
public readonly record struct SourceCounts(int Used, int Superseded, int Duplicate);
