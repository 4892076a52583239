using System.Text;

namespace Etl.Extract.Graph;

/// <summary>
/// The way from a JSON name to a property's place in the list that <c>$select</c> asked for. Graph writes an order of its own, the same
/// in all objects: it is learnt from the first ones, so that nearly every name is compared with one other.
/// </summary>
internal sealed class PropertyOrder(SelectedProperties properties)
{
    private readonly byte[][] _names = properties.Utf8Names;

    /// <summary>As Graph writes them: <c>"id":</c>.</summary>
    private readonly byte[][] _members = [.. properties.Names.Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];

    /// <summary>What came last time behind each property; first of all, what an object began with.</summary>
    private readonly int[] _followers = new int[properties.Names.Count + 1];

    private int _last;

    /// <summary>Starts an object.</summary>
    public void Begin() => _last = 0;

    /// <summary>Takes the name that comes next. Place of its property; -1 for one that was not asked for.</summary>
    public int Take(ref JsonCursor json)
    {
        ref var follower = ref _followers[_last];
        if (!json.TryTake(_members[follower]))
        {
            var place = Search(json.TakeName());
            if (place < 0) return place;
            follower = place;
        }

        _last = follower + 1;
        return follower;
    }

    private int Search(JsonText name)
    {
        for (var at = 0; at < _names.Length; at++)
            if (name.Equals(_names[at]))
                return at;
        return -1;
    }
}
