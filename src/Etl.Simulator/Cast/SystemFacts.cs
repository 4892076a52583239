namespace Etl.Simulator.Cast;

/// <summary>The name and version of an operating system as Entra, Intune and AD write them.</summary>
internal sealed record SystemFacts(string? Entra, string Intune, string? Ad, string? Version, string? AdVersion);
