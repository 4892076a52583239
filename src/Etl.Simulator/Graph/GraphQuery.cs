using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Etl.Simulator.Graph;

/// <summary>Reads the query options of a list, as strictly as Graph does.</summary>
internal static class GraphQuery
{
    private static readonly string[] Options = ["$select", "$top", "$count", "$skiptoken"];

    public static GraphError? Read(HttpRequest http, GraphList list, PageTokens tokens, out PageRequest request)
    {
        request = new PageRequest(
            list, $"{http.Scheme}://{http.Host}", Text(http, "$select"), null, Text(http, "$count") == "true",
            Header(http, "Prefer", "include-unknown-enum-members"), Header(http, "Accept-Encoding", "gzip"), default);

        foreach (var option in http.Query.Keys)
        {
            if (option.StartsWith('$') && !Options.Contains(option, StringComparer.Ordinal)) return GraphError.UnsupportedOption(option);
        }

        if (PageRenderer.Selected(request.Select)?.FirstOrDefault(name => !list.HasProperty(name)) is { } unknown)
            return GraphError.UnknownProperty(unknown, list.TypeName);

        if (Text(http, "$top") is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) || top < 1 || top > list.MaxTop)
                return GraphError.BadTop(text, list.MaxTop);
            request = request with { Top = top };
        }

        if (Text(http, "$skiptoken") is not { } token) return null;
        if (!tokens.TryFind(list, token, out var position)) return GraphError.BadSkipToken;
        request = request with { Position = position };
        return null;
    }

    /// <summary>Whether a header names something; parameters and other members are ignored.</summary>
    public static bool Header(HttpRequest http, string name, string member) =>
        http.Headers[name].Any(value => value?.Contains(member, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string? Text(HttpRequest http, string option) =>
        http.Query.TryGetValue(option, out var values) ? values.ToString() : null;
}
