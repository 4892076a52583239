namespace Etl.Simulator;

/// <summary>A machine of the simulated tenant, for those who look for one of a kind.</summary>
/// <param name="Persona">The kind, as the simulator's README lists them.</param>
/// <param name="DeviceId">Its own Entra <c>deviceId</c>, whether Entra knows it or not.</param>
public sealed record SimulatedDevice(string Persona, Guid DeviceId, string Name, bool InEntra, bool InIntune, bool InAd);
