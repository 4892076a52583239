namespace Etl.Transform.Matching;

/// <summary>The best record of each key, met in any order.</summary>
internal sealed class Winners<TKey>(int capacity) where TKey : struct
{
    private readonly Dictionary<TKey, int> _byKey = new(capacity);

    /// <summary>Whether the record at <paramref name="index"/> is better than the one at <paramref name="other"/>.</summary>
    public delegate bool Beats(int index, int other);

    /// <summary>Enters a record. Returns the index of the one that lost, or <see cref="MatchedDevice.None"/>.</summary>
    public int Enter(TKey key, int index, Beats beats)
    {
        ref var best = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out var exists);
        if (!exists)
        {
            best = index;
            return MatchedDevice.None;
        }

        if (!beats(index, best)) return index;
        var loser = best;
        best = index;
        return loser;
    }

    public int Find(TKey key) => _byKey.TryGetValue(key, out var index) ? index : MatchedDevice.None;
}
