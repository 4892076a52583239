using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>
/// The life of each machine: when it came, what became of it, when it went. Any day of it is computed from the seed alone, so a
/// tenant of a million devices takes no memory and day 300 needs no day 299.
/// </summary>
internal sealed class Lives
{
    private const int LifeDays = 1_400;

    private readonly Draw _draw;
    private readonly int _firstDayMachines;
    private readonly int _arrivalsPerDay;
    private readonly Persona _newHardware = Personas.Named("AutopilotPlaceholder");

    public Lives(SimulatorOptions options, Draw draw)
    {
        _draw = draw;
        _firstDayMachines = Personas.Singles.Length + (int)((long)options.Devices * Personas.Deck.Length / Personas.EntraPerDeck);
        _arrivalsPerDay = Math.Max(1, options.Devices / 1_000);
    }

    /// <summary>Machines that ever were, up to and including that day.</summary>
    public int CountUntil(int day) => _firstDayMachines + day * _arrivalsPerDay;

    /// <summary>False before it came, after it went, and while it is away (restored objects come back under their key).</summary>
    public bool TryGet(int device, int day, out DeviceState state)
    {
        state = default;
        var persona = StartsAs(device);
        var born = BornDay(device, persona);
        if (born > day || !persona.Single && IsGone(device, Math.Max(born, 0), day)) return false;
        state = new DeviceState(device, persona, persona.Hardware, born, Math.Min(born, 0), born, born, 0);
        if (born > 0) state = state with { Since = born };
        while (Next(state) is var next && next.Since <= day && next.Persona != state.Persona) state = next;
        return true;
    }

    private Persona StartsAs(int device)
    {
        if (device < Personas.Singles.Length) return Personas.Singles[device];
        var number = device - Personas.Singles.Length;
        var (block, card) = Math.DivRem(number, Personas.Deck.Length);
        // 7919 is prime, so every card of the deck is dealt once a block, far from its neighbours.
        var dealt = (int)((card * 7_919L + _draw.Below(Personas.Deck.Length, Purpose.Persona, block)) % Personas.Deck.Length);
        var persona = Personas.Deck[dealt];
        return device >= _firstDayMachines && (!persona.Arrives || persona.IsOld) ? _newHardware : persona;
    }

    private int BornDay(int device, Persona persona)
    {
        if (device >= _firstDayMachines) return 1 + (device - _firstDayMachines) / _arrivalsPerDay;
        return -_draw.Below(LifeDays, Purpose.Born, device) - (persona.IsOld ? 420 : 30);
    }

    private bool IsGone(int device, int from, int day)
    {
        if (day > from + _draw.Below(LifeDays, Purpose.Removed, device)) return true;
        if (_draw.Below(250, Purpose.Absent, device) > 0) return false;
        var away = from + 1 + _draw.Below(60, Purpose.AbsentDays, device);
        return day >= away && day < away + 2 + _draw.Below(8, Purpose.AbsentDays, device, 1);
    }

    // The first of the persona's drifts to come true; the same state where there is none.
    private DeviceState Next(DeviceState state)
    {
        var best = state with { Since = int.MaxValue };
        var from = Math.Max(state.Since, 0);
        for (var i = 0; i < state.Persona.Drifts.Length; i++)
        {
            var drift = state.Persona.Drifts[i];
            var day = from + 1 + _draw.Below(drift.WithinDays, Purpose.Drift, state.Device, from * 8L + i);
            if (day < best.Since) best = Become(state, Personas.Named(drift.To), day);
        }

        return best;
    }

    private static DeviceState Become(DeviceState state, Persona next, int day)
    {
        var registers = next.IsRegistered && !state.Persona.IsRegistered;
        var enrols = next.Intune.Length > 0 && (next.Intune.Length > 1 || !IsManaged(state.Persona));
        return state with
        {
            Persona = next,
            Since = day,
            RegisteredDay = registers ? day : state.RegisteredDay,
            EnrolledDay = enrols ? day : state.EnrolledDay,
            Generation = enrols ? state.Generation + 1 : state.Generation,
        };
    }

    private static bool IsManaged(Persona persona) =>
        persona.Intune.Length > 0 && persona.Intune[0].Agent != "configurationManagerClient";
}
