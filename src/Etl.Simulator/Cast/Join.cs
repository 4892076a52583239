namespace Etl.Simulator.Cast;

/// <summary>How an Entra object is tied to the tenant.</summary>
internal enum Join
{
    /// <summary>No trustType: Defender's synthetic registrations and leftovers.</summary>
    None,
    Hybrid,

    /// <summary>Synced from AD, registration not finished.</summary>
    Pending,
    Joined,

    /// <summary>Made by Autopilot for hardware that nobody has started yet.</summary>
    Placeholder,
    Registered,
}
