using Etl.Simulator.Population;

namespace Etl.Simulator;

/// <summary>What the three inventories hold on one day. Lists of places only: a record is made when it is asked for.</summary>
public sealed class SimulatedDay
{
    private readonly SimulatedTenant _tenant;
    private readonly RecordRef[] _entra;
    private readonly RecordRef[] _intune;
    private readonly RecordRef[] _activeDirectory;

    internal SimulatedDay(SimulatedTenant tenant, int number)
    {
        _tenant = tenant;
        Number = number;
        var places = new Places();
        for (var device = 0; device < tenant.Lives.CountUntil(number); device++)
        {
            if (tenant.Lives.TryGet(device, number, out var state)) places.Add(state);
        }

        _entra = [.. places.Entra];
        _activeDirectory = [.. places.ActiveDirectory];
        // The sources know nothing of each other's order.
        places.Intune.Reverse();
        _intune = [.. places.Intune];
        IntuneDuplicates = _intune.Count(record => record.Flaw == Flaw.Duplicate);
    }

    public int Number { get; }
    public DateOnly Date => _tenant.Options.FirstDay.AddDays(Number);

    /// <summary>When the inventories are read; the instant to give to the run.</summary>
    public DateTimeOffset SnapshotInstant => new(_tenant.Timeline.Snapshot(Number), TimeSpan.Zero);

    /// <summary>Records in the list, those that repeat another or cannot be used among them.</summary>
    public int EntraCount => _entra.Length;

    public int IntuneCount => _intune.Length;
    public int ActiveDirectoryCount => _activeDirectory.Length;

    internal int IntuneDuplicates { get; }
    internal SimulatedTenant Tenant => _tenant;

    /// <summary>The machines of the day, in the order in which they came to the tenant.</summary>
    public IEnumerable<SimulatedDevice> Devices()
    {
        for (var device = 0; device < _tenant.Lives.CountUntil(Number); device++)
        {
            if (!_tenant.Lives.TryGet(device, Number, out var state)) continue;
            yield return new SimulatedDevice(
                state.Persona.Name, _tenant.Identity.DeviceId(device, 0), _tenant.Identity.Name(device, state.Hardware),
                state.Persona.Entra.Length > 0, state.Persona.Intune.Length > 0, state.Persona.Ad is not null);
        }
    }

    internal EntraRow Entra(int index) => _tenant.Entra.Make(StateOf(_entra[index]), _entra[index], Number);

    internal IntuneRow Intune(int index) => _tenant.Intune.Make(StateOf(_intune[index]), _intune[index], Number);

    internal AdRow ActiveDirectory(int index) =>
        _tenant.ActiveDirectory.Make(StateOf(_activeDirectory[index]), _activeDirectory[index], Number);

    private DeviceState StateOf(RecordRef record)
    {
        _tenant.Lives.TryGet(record.Device, Number, out var state);
        return state;
    }
}
