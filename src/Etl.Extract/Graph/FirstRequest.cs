using System.Net;

namespace Etl.Extract.Graph;

/// <summary>
/// What the first page is asked for. Clouds differ in what they know and allow, and say so in a 400: the question is then put anew,
/// with a warning.
/// </summary>
internal sealed class FirstRequest(GraphList list, int? pageSize, List<string> warnings)
{
    private readonly List<string> _select = [.. list.Properties];

    public string[] Select => [.. _select];

    public int Top { get; private set; } = Math.Min(pageSize ?? list.LargestPage, list.LargestPage);

    /// <summary>Changes the request so that it may pass; false where nothing in the fault says how.</summary>
    public bool TryAdapt(GraphFault fault)
    {
        if (fault.Status != HttpStatusCode.BadRequest) return false;
        if (UnknownProperty(fault.ServiceText) is { } property)
        {
            if (list.Keys.Contains(property, StringComparer.Ordinal)) return false;
            _select.Remove(property);
            warnings.Add($"{list.Path} of this cloud has no '{property}'; it is left out and unknown for every record.");
            return true;
        }

        if (Top == 1 || !IsAboutPageSize(fault.ServiceText)) return false;
        warnings.Add($"pages of {Top} {list.Path} were refused; asking for {Top / 2}. Set Graph:PageSize.");
        Top /= 2;
        return true;
    }

    /// <summary>
    /// The selected property that the text quotes: <c>Could not find a property named 'x' on type 'y'</c>. Without quotes, the one that
    /// it mentions, if it mentions one only.
    /// </summary>
    private string? UnknownProperty(string text)
    {
        var words = Words(text);
        var quoted = _select.Find(name => words.Any(word => word.IsQuoted && word.Text.Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (quoted is not null) return quoted;
        var mentioned = _select.Except(list.Keys, StringComparer.Ordinal)
            .Where(name => words.Any(word => word.Text.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return mentioned.Count == 1 ? mentioned[0] : null;
    }

    private static List<(string Text, bool IsQuoted)> Words(string text)
    {
        var words = new List<(string, bool)>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            if (end == start) continue;
            words.Add((text[start..end], IsQuote(text, start - 1) && IsQuote(text, end)));
            start = end;
        }

        return words;
    }

    private static bool IsQuote(string text, int at) => at >= 0 && at < text.Length && text[at] is '\'' or '"' or '`' or '’' or '‘';

    private static bool IsAboutPageSize(string text) =>
        text.Contains("page size", StringComparison.OrdinalIgnoreCase)
        || text.Contains("pageSize", StringComparison.OrdinalIgnoreCase)
        || text.Contains("$top", StringComparison.OrdinalIgnoreCase)
        || text.Contains("Top query", StringComparison.OrdinalIgnoreCase);
}
