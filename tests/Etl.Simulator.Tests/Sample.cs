namespace Etl.Simulator.Tests;

/// <summary>Tenants that several tests look at; a day is made once and never changes.</summary>
internal static class Sample
{
    public const string EntraSelect =
        "id,deviceId,displayName,trustType,approximateLastSignInDateTime,operatingSystem,physicalIds,onPremisesSecurityIdentifier";

    public static SimulatedTenant Small { get; } = new(new SimulatorOptions { Devices = 240 });

    public static SimulatedTenant Typical { get; } = new(new SimulatorOptions { Devices = 5_000 });

    public static SimulatedDay SmallDay { get; } = Small.Day(0);

    public static SimulatedDay TypicalDay { get; } = Typical.Day(0);

    public static SimulatedDay TypicalMonthLater { get; } = Typical.Day(30);
}
