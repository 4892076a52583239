using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>Where a machine stands on a day.</summary>
/// <param name="Device">Its number; the same on every day.</param>
/// <param name="Since">The day it became this persona; 0 or earlier where it was so from the start.</param>
/// <param name="RegisteredDay">The day its own Entra object was registered.</param>
/// <param name="EnrolledDay">The day its current Intune record was made.</param>
/// <param name="Generation">How many Intune records it had before the current one.</param>
internal readonly record struct DeviceState(
    int Device, Persona Persona, Hardware Hardware, int BornDay, int Since, int RegisteredDay, int EnrolledDay, int Generation);
