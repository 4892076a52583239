using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>The best record of each key, met in any order.</summary>
/// <param name="capacity">How many records there are.</param>
internal sealed class Winners<TKey>(int capacity, Func<int, TKey> keyOf, Winners<TKey>.Beats beats) where TKey : struct, IEquatable<TKey>
{
    private readonly RowTable<TKey> _table = new(capacity, keyOf);

    /// <summary>Whether the record at <paramref name="index"/> is better than the one at <paramref name="other"/>.</summary>
    public delegate bool Beats(int index, int other);

    /// <summary>Enters a record. Returns the index of the one that lost, or <see cref="MatchedDevice.None"/>.</summary>
    public int Enter(int index)
    {
        var place = _table.PlaceOf(keyOf(index));
        var best = _table[place];
        if (best != MatchedDevice.None && !beats(index, best)) return index;
        _table[place] = index;
        return best;
    }

    /// <summary>The best record of this key; <see cref="MatchedDevice.None"/> where there is none.</summary>
    public int Find(TKey key) => _table[_table.PlaceOf(key)];
}
