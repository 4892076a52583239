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

    // Complements of row numbers, so that 0 is no row.
    private readonly int[] _places = new int[BitOperations.RoundUpToPowerOf2((uint)capacity + (uint)capacity / 2 + 1)];

    /// <summary>The row at a place; <see cref="None"/> where there is none.</summary>
    public int this[int place]
    {
        get => ~_places[place];
        set => _places[place] = ~value;
    }

    /// <summary>One row a key.</summary>
    public IEnumerable<int> Rows => _places.Where(place => place != 0).Select(place => ~place);

    /// <summary>Where the row of this key is, or belongs.</summary>
    public int PlaceOf(TKey key)
    {
        // GUIDs of one maker differ in few bits: the multiplication spreads them over the upper ones.
        const uint multiplier = 0x9E37_79B9;
        var last = _places.Length - 1;
        var place = (int)((ulong)((uint)key.GetHashCode() * multiplier) * (ulong)_places.Length >> 32);
        while (_places[place] is var row and not 0 && !keyOf(~row).Equals(key)) place = place + 1 & last;
        return place;
    }
}
