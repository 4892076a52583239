using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>Gathers which records stand in which list, flawed ones among them: about two in a thousand unusable, three repeated.</summary>
internal sealed class Places
{
    private const int UnusableEvery = 500;
    private const int DuplicateEvery = 350;

    public List<RecordRef> Entra { get; } = [];
    public List<RecordRef> Intune { get; } = [];
    public List<RecordRef> ActiveDirectory { get; } = [];

    public void Add(in DeviceState state)
    {
        var persona = state.Persona;
        Add(Entra, state.Device, persona.Entra.Length, offset: 0);
        Add(Intune, state.Device, persona.Intune.Length, offset: 100);
        Add(ActiveDirectory, state.Device, persona.Ad is null ? 0 : 1, offset: 200);
    }

    private static void Add(List<RecordRef> list, int device, int records, int offset)
    {
        for (var slot = 0; slot < records; slot++) list.Add(new RecordRef(device, (byte)slot, Flaw.None));
        if (records == 0) return;
        if ((device + offset) % UnusableEvery == UnusableEvery - 1) list.Add(new RecordRef(device, 0, Flaw.Unusable));
        if ((device + offset) % DuplicateEvery == DuplicateEvery - 2) list.Add(new RecordRef(device, 0, Flaw.Duplicate));
    }
}
