namespace Etl.Simulator.Cast;

/// <summary>A kind of machine that a real tenant has: which inventories know it, and what they say.</summary>
/// <param name="Hardware">What a machine is that starts as this persona; it stays that when it drifts on.</param>
/// <param name="Share">How many of them there are among about a thousand machines; 0 where only drift leads to it.</param>
internal sealed record Persona(string Name, int Share, Hardware Hardware)
{
    public EntraTraits[] Entra { get; init; } = [];
    public IntuneTraits[] Intune { get; init; } = [];
    public AdTraits? Ad { get; init; }

    /// <summary>The tenant has exactly one of it, from the first day to the last.</summary>
    public bool Single { get; init; }

    /// <summary>Bought new, a machine may start as this. Otherwise it is a thing of the past only.</summary>
    public bool Arrives { get; init; } = true;

    /// <summary>What becomes of it, and within how many days.</summary>
    public Drift[] Drifts { get; init; } = [];

    public bool IsRegistered => Entra.Length > 0 && Entra[0].Join is not (Join.Pending or Join.Placeholder);

    /// <summary>Heard of only before the first day, so that it must be older than others.</summary>
    public bool IsOld =>
        Ad is { Activity: not Activity.Live } || Array.Exists(Entra, e => e.Activity != Activity.Live)
        || Array.Exists(Intune, m => m.Activity != Activity.Live);
}
