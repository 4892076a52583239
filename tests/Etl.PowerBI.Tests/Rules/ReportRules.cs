using System.Text.Json.Nodes;
using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests.Rules;

/// <summary>What a report must keep to, beside Microsoft's JSON schemas.</summary>
internal static class ReportRules
{
    private const string SchemaRoot = "https://developer.microsoft.com/json-schemas/fabric/";

    public static IEnumerable<string> Files_name_their_schema(ReportFiles report, SemanticModel model) =>
        from file in report.Documents
        where !file.Key.Contains("/StaticResources/", StringComparison.Ordinal)
        where file.Value["$schema"]?.GetValue<string>().StartsWith(SchemaRoot, StringComparison.Ordinal) != true
        select $"{file.Key} names no schema of Microsoft's";

    public static IEnumerable<string> Pages_are_in_the_order_of_pages(ReportFiles report, SemanticModel model)
    {
        var (file, pages) = report.Documents.Single(document => document.Key.EndsWith("/pages.json", StringComparison.Ordinal));
        var listed = pages["pageOrder"]!.AsArray().Select(page => page!.GetValue<string>()).ToList();
        var there = report.Pages.Select(page => page.Page["name"]!.GetValue<string>()).ToList();
        return there.Except(listed).Select(name => $"{file} does not list {name}").Concat(listed.Except(there).Select(name => $"{file} lists {name}, which is not there"))
            .Concat(listed.Contains(pages["activePageName"]!.GetValue<string>()) ? [] : [$"{file} opens on a page that is not there"]);
    }

    public static IEnumerable<string> Names_are_those_of_the_folders(ReportFiles report, SemanticModel model) =>
        from document in report.Pages.Concat(report.Visuals)
        where document.Item2["name"]?.GetValue<string>() != document.File.Split('/')[^2]
        select $"{document.File} has another name than its folder";

    public static IEnumerable<string> Fields_are_in_the_model(ReportFiles report, SemanticModel model) =>
        from document in report.Documents
        from field in Fields(document.Value, Sources(document.Value))
        where field.Kind == "Measure"
            ? model.Table(field.Entity)?.Of("measure").Any(measure => measure.Name == field.Property) != true
            : model.Column(field.Entity, field.Property) is null
        select $"{document.Key} shows the {field.Kind.ToLowerInvariant()} {field.Entity}[{field.Property}], which the model has not";

    public static IEnumerable<string> Fields_are_not_hidden(ReportFiles report, SemanticModel model) =>
        from visual in report.Visuals
        from field in Fields(visual.Visual, Sources(visual.Visual))
        let node = model.Table(field.Entity)?.Children.FirstOrDefault(child => child.Kind is "column" or "measure" && child.Name == field.Property)
        where node?.IsHidden == true
        select $"{visual.File} shows {field.Entity}[{field.Property}], which is hidden";

    public static IEnumerable<string> Projections_are_called_as_their_field(ReportFiles report, SemanticModel model) =>
        from visual in report.Visuals
        from projection in Projections(visual.Visual)
        let field = Fields(projection["field"]!, []).Single()
        where projection["queryRef"]?.GetValue<string>() != $"{field.Entity}.{field.Property}"
        select $"{visual.File} calls {field.Entity}.{field.Property} {projection["queryRef"]}";

    public static IEnumerable<string> Visuals_sort_by_what_they_show(ReportFiles report, SemanticModel model) =>
        from visual in report.Visuals
        let shown = Projections(visual.Visual).Select(projection => projection["field"]!.ToJsonString()).ToList()
        from sort in visual.Visual["visual"]?["query"]?["sortDefinition"]?["sort"]?.AsArray() ?? []
        where !shown.Contains(sort!["field"]!.ToJsonString())
        select $"{visual.File} sorts by what it does not show";

    public static IEnumerable<string> Visuals_have_a_title_and_an_alternative_text(ReportFiles report, SemanticModel model) =>
        from visual in report.Visuals
        where TextOf(visual.Visual, "title", "text") is null or { Length: < 3 } || TextOf(visual.Visual, "general", "altText") is null or { Length: < 10 }
        select $"{visual.File} has no title or no alternative text";

    public static IEnumerable<string> Visuals_are_on_the_page_and_do_not_overlap(ReportFiles report, SemanticModel model)
    {
        foreach (var page in report.Pages)
        {
            var folder = page.File[..^"page.json".Length];
            var boxes = report.Visuals.Where(visual => visual.File.StartsWith(folder, StringComparison.Ordinal)).Select(visual => (visual.File, Box: BoxOf(visual.Visual))).ToList();
            var (width, height) = (page.Page["width"]!.GetValue<double>(), page.Page["height"]!.GetValue<double>());
            foreach (var (file, box) in boxes.Where(box => box.Box.Left < 0 || box.Box.Top < 0 || box.Box.Right > width || box.Box.Bottom > height))
                yield return $"{file} is not on the page";
            for (var i = 0; i < boxes.Count; i++)
                foreach (var other in boxes.Skip(i + 1).Where(other => Overlap(boxes[i].Box, other.Box)))
                    yield return $"{boxes[i].File} overlaps {other.File}";
        }
    }

    public static IEnumerable<string> Drill_through_is_bound_to_filters_of_the_page(ReportFiles report, SemanticModel model)
    {
        foreach (var (file, page) in report.Pages)
        {
            var filters = (page["filterConfig"]?["filters"]?.AsArray() ?? []).ToDictionary(filter => filter!["name"]!.GetValue<string>(), filter => filter!["field"]!.ToJsonString());
            foreach (var parameter in page["pageBinding"]?["parameters"]?.AsArray() ?? [])
                if (!filters.TryGetValue(parameter!["boundFilter"]!.GetValue<string>(), out var field) || field != parameter["fieldExpr"]!.ToJsonString())
                    yield return $"{file} binds {parameter["name"]} to no filter of its field";
        }

        if (!report.Pages.Any(page => page.Page["type"]?.GetValue<string>() == "Drillthrough")) yield return "no page is reached by drill-through";
    }

    public static IEnumerable<string> The_theme_is_there(ReportFiles report, SemanticModel model)
    {
        var (file, document) = report.Documents.Single(candidate => candidate.Key.EndsWith("/definition/report.json", StringComparison.Ordinal));
        var theme = document["themeCollection"]?["customTheme"]?["name"]?.GetValue<string>();
        var item = document["resourcePackages"]?.AsArray().SelectMany(package => package!["items"]!.AsArray()).FirstOrDefault(candidate => candidate!["name"]?.GetValue<string>() == theme);
        if (item is null) return [$"{file} has no resource {theme}"];
        var path = file.Replace("definition/report.json", $"StaticResources/RegisteredResources/{item["path"]}", StringComparison.Ordinal);
        return report.Documents.TryGetValue(path, out var content) && content["dataColors"]?.AsArray().Count >= 6 && content["name"] is not null
            ? [] : [$"{path} is no theme with data colours"];
    }

    public static string? TextOf(JsonNode visual, string container, string property) =>
        visual["visual"]?["visualContainerObjects"]?[container]?[0]?["properties"]?[property]?["expr"]?["Literal"]?["Value"]?.GetValue<string>().Trim('\'');

    private static IEnumerable<JsonNode> Projections(JsonNode visual) =>
        (visual["visual"]?["query"]?["queryState"]?.AsObject() ?? []).SelectMany(role => role.Value!["projections"]!.AsArray()).OfType<JsonNode>();

    // A filter names its tables once and refers to them by a short name.
    private static Dictionary<string, string> Sources(JsonNode node) => Objects(node)
        .Where(item => item["Name"] is not null && item["Entity"] is not null)
        .ToDictionary(item => item["Name"]!.GetValue<string>(), item => item["Entity"]!.GetValue<string>(), StringComparer.Ordinal);

    private static IEnumerable<(string Kind, string Entity, string Property)> Fields(JsonNode node, Dictionary<string, string> sources) =>
        from item in Objects(node)
        from kind in new[] { "Column", "Measure" }
        let field = item[kind] as JsonObject
        where field?["Property"] is not null
        let source = field["Expression"]?["SourceRef"]
        select (kind, source?["Entity"]?.GetValue<string>() ?? sources[source!["Source"]!.GetValue<string>()], field["Property"]!.GetValue<string>());

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => Objects(property.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static (double Left, double Top, double Right, double Bottom) BoxOf(JsonNode visual)
    {
        double At(string name) => visual["position"]![name]!.GetValue<double>();
        return (At("x"), At("y"), At("x") + At("width"), At("y") + At("height"));
    }

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
