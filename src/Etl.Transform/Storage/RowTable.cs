using System.Numerics;

namespace Etl.Transform.Storage;

/// <summary>
/// A hash table of row numbers whose keys stay in their rows: 6 to 12 bytes a row, where a dictionary of GUIDs takes 32 and one of
/// source ids 44. Rows are numbered from 0; nothing is ever removed.
/// </summary>
/// <param name="capacity">How many different keys there can be.</param>
internal sealed class RowTable<TKey>(int capacity, Func<int, TKey> keyOf) where TKey : struct, IEquatable<TKey>
{
    public const int None = -1;

    // In the lower bits a row number and 1, so that 0 is no row; in the upper ones those of its key's hash, so that the row of another
    // key, which lies anywhere in memory, is hardly ever looked at.
    private readonly uint[] _places = new uint[BitOperations.RoundUpToPowerOf2((uint)capacity + (uint)capacity / 2 + 1)];

    private uint RowBits => (uint)_places.Length - 1;

    /// <summary>The row at a place; <see cref="None"/> where there is none.</summary>
    public int this[int place]
    {
        get => RowOf(_places[place]);
        set => _places[place] = Hash(keyOf(value)) & ~RowBits | (uint)value + 1;
    }

    /// <summary>Where the row of this key is, or belongs.</summary>
    public int PlaceOf(TKey key)
    {
        var hash = Hash(key);
        var place = hash & RowBits;
        while (_places[place] is var entry and not 0 && !IsOf(entry, hash, key)) place = place + 1 & RowBits;
        return (int)place;
    }

    /// <summary>Says that this key will be asked for soon.</summary>
    public void Expect(TKey key) => Prefetch.At(ref _places[Hash(key) & RowBits]);

    private bool IsOf(uint entry, uint hash, TKey key) => ((entry ^ hash) & ~RowBits) == 0 && keyOf(RowOf(entry)).Equals(key);

    private int RowOf(uint entry) => (int)(entry & RowBits) - 1;

    // GUIDs of one maker differ in few bits: the multiplication spreads them over all that are kept of the product.
    private static uint Hash(TKey key) => (uint)((uint)key.GetHashCode() * 0x9E37_79B9_7F4A_7C15 >> 32);
}
