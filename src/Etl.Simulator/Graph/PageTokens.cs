using System.Collections.Concurrent;
using Etl.Simulator.Population;

namespace Etl.Simulator.Graph;

/// <summary>
/// Skip tokens that tell nothing: a position is found only under a token that was given out. The same position always has the same
/// token, so that pages do not depend on who read before.
/// </summary>
internal sealed class PageTokens(Draw draw)
{
    private readonly ConcurrentDictionary<(string Path, string Token), PagePosition> _given = new();

    public string Give(GraphList list, PagePosition position)
    {
        var subject = (long)position.Start << 1 | (position.IsFilled ? 1L : 0L);
        var token = "LastKey~" + draw.Guid(Purpose.Token, subject, (long)position.Ordinal << 8 | (uint)list.Path.Length).ToString("N");
        _given[(list.Path, token)] = position;
        return token;
    }

    public bool TryFind(GraphList list, string token, out PagePosition position) => _given.TryGetValue((list.Path, token), out position);
}
