using Etl.Simulator.Population;

namespace Etl.Simulator;

/// <summary>
/// A tenant that does not exist. A machine of it lives through its own history, so that day N is day N-1 with what happened since;
/// any day can be asked for, in any order.
/// </summary>
public sealed class SimulatedTenant
{
    public SimulatedTenant(SimulatorOptions options)
    {
        if (options.Devices < 1) throw new ArgumentException("A tenant has at least one device.", nameof(options));
        var draw = new Draw(options.Seed);
        Options = options;
        Draw = draw;
        Lives = new Lives(options, draw);
        Timeline = new Timeline(options, draw);
        Identity = new Identity(options, draw);
        Entra = new EntraRows(Identity, Timeline, draw);
        Intune = new IntuneRows(Identity, Timeline, draw);
        ActiveDirectory = new AdRows(Identity, Timeline, draw);
    }

    public SimulatorOptions Options { get; }

    internal Draw Draw { get; }
    internal Lives Lives { get; }
    internal Timeline Timeline { get; }
    internal Identity Identity { get; }
    internal EntraRows Entra { get; }
    internal IntuneRows Intune { get; }
    internal AdRows ActiveDirectory { get; }

    /// <summary>The tenant as it stands at the snapshot instant of a day, counted from 0.</summary>
    public SimulatedDay Day(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return new SimulatedDay(this, number);
    }
}
