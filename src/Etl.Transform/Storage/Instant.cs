namespace Etl.Transform.Storage;

/// <summary>A UTC instant in eight bytes; the default is "not known", which is earlier than every instant.</summary>
internal readonly record struct Instant(long UtcTicks) : IComparable<Instant>
{
    public bool IsKnown => UtcTicks != 0;

    public int CompareTo(Instant other) => UtcTicks.CompareTo(other.UtcTicks);

    public Instant Or(Instant other) => IsKnown ? this : other;

    /// <summary>Null where not known; cut to milliseconds, which is what both stores hold.</summary>
    public DateTimeOffset? ToMilliseconds() =>
        IsKnown ? new DateTimeOffset(UtcTicks - UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero) : null;

    public static Instant From(DateTimeOffset? value) => new(value?.UtcTicks ?? 0);

    public static Instant Latest(Instant first, Instant second) => first.UtcTicks >= second.UtcTicks ? first : second;

    public static bool operator >(Instant left, Instant right) => left.UtcTicks > right.UtcTicks;

    public static bool operator <(Instant left, Instant right) => left.UtcTicks < right.UtcTicks;
}
