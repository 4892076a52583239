namespace Etl.Simulator.Population;

/// <summary>Which record of which machine stands at a place of a list; the record itself is made when it is asked for.</summary>
internal readonly record struct RecordRef(int Device, byte Slot, Flaw Flaw);
