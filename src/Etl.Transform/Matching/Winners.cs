using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>The best record of each key, met in any order.</summary>
/// <param name="capacity">How many records there are.</param>
internal sealed class Winners<TKey>(int capacity, Func<int, TKey> keyOf, Winners<TKey>.Beats beats) where TKey : struct, IEquatable<TKey>
{
    private readonly RowTable<TKey> _table = new(capacity, keyOf);

    /// <summary>Whether the record at <paramref name="index"/> is better than the one at <paramref name="other"/>.</summary>
    public delegate bool Beats(int index, int other);

    /// <summary>
    /// Enters a record; in the order of their indexes this is fastest. Returns the index of the one that lost, or
    /// <see cref="MatchedDevice.None"/>.
    /// </summary>
    public int Enter(int index)
    {
        if (index + Prefetch.Ahead < capacity) Expect(keyOf(index + Prefetch.Ahead));
        var place = _table.PlaceOf(keyOf(index));
        var best = _table[place];
        if (best != MatchedDevice.None && !beats(index, best)) return index;
        _table[place] = index;
        return best;
    }

    /// <summary>Says that this key will be asked for soon.</summary>
    public void Expect(TKey key) => _table.Expect(key);

    /// <summary>The best record of this key; <see cref="MatchedDevice.None"/> where there is none.</summary>
    public int Find(TKey key) => _table[_table.PlaceOf(key)];
}
