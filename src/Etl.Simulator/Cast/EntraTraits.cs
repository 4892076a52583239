namespace Etl.Simulator.Cast;

/// <summary>An Entra object of a persona. The first is the machine's own, the others are left behind from its past.</summary>
internal sealed record EntraTraits(Join Join, Mdm Mdm = Mdm.Never)
{
    public Activity Activity { get; init; }
    public bool Disabled { get; init; }
    public bool Autopilot { get; init; }
    public bool NamedBySerial { get; init; }

    /// <summary>Registered anew each night.</summary>
    public bool RegisteredNightly { get; init; }

    public HardwareTag Tag { get; init; }
    public string? Profile { get; init; } = "RegisteredDevice";
    public string? Ownership { get; init; } = "Company";
}
