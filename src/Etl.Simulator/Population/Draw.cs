using System.Buffers.Binary;

namespace Etl.Simulator.Population;

/// <summary>
/// Chance without state: what is drawn for a device depends on the seed, the purpose and the device, not on what was drawn before.
/// So any day and any page can be made on its own, in any order, and come out the same. Integers only: floating point functions
/// may differ between machines.
/// </summary>
internal readonly struct Draw(int seed)
{
    private readonly ulong _seed = Mix(unchecked((ulong)seed));

    public ulong Bits(Purpose purpose, long subject, long detail = 0) =>
        Mix(Mix(Mix(_seed ^ (ulong)purpose) ^ unchecked((ulong)subject)) ^ unchecked((ulong)detail));

    /// <summary>From 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound, Purpose purpose, long subject, long detail = 0) =>
        (int)((Bits(purpose, subject, detail) >> 32) * (ulong)bound >> 32);

    public T Of<T>(T[] values, Purpose purpose, long subject, long detail = 0) =>
        values[Below(values.Length, purpose, subject, detail)];

    /// <summary>A GUID in the shape of version 4.</summary>
    public Guid Guid(Purpose purpose, long subject, long detail = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Bits(purpose, subject, detail * 2));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Bits(purpose, subject, detail * 2 + 1));
        bytes[7] = (byte)(bytes[7] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes);
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
            value = (value ^ value >> 27) * 0x94D049BB133111EB;
            return value ^ value >> 31;
        }
    }
}
