namespace Etl.Simulator;

/// <summary>What a simulated tenant looks like. Two tenants with equal options are equal to the byte.</summary>
public sealed record SimulatorOptions
{
    /// <summary>
    /// Entra devices on the first day, roughly. About 0.8 times as many Intune records and 0.6 times as many AD computers come with them.
    /// </summary>
    public int Devices { get; init; } = 5_000;

    public int Seed { get; init; } = 1;

    /// <summary>Day 0.</summary>
    public DateOnly FirstDay { get; init; } = new(2026, 10, 24);

    /// <summary>When each day is looked at (UTC). Nothing in it is later, but for a few machines whose clocks run ahead.</summary>
    public TimeOnly SnapshotTime { get; init; } = new(6, 0);

    /// <summary>DNS name of the organisation; user names and AD names end in it.</summary>
    public string Domain { get; init; } = "contoso.example";
}
