namespace Etl.Simulator.Cast;

/// <summary>The AD computer of a persona.</summary>
internal sealed record AdTraits
{
    public Activity Activity { get; init; }
    public bool Disabled { get; init; }
    public bool HasCertificate { get; init; } = true;

    /// <summary>Its objectGUID is not the deviceId (moved between forests): the SID alone ties it to its Entra object.</summary>
    public bool OwnKey { get; init; }

    /// <summary>Which of the persona's Entra objects it was synchronised to.</summary>
    public int Slot { get; init; }

    public int UserAccountControl { get; init; } = 0x1000;
    public string? Name { get; init; }
    public string? Container { get; init; }
}
