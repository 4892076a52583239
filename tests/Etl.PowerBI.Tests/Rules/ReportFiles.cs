using System.Text.Json.Nodes;

namespace Etl.PowerBI.Tests.Rules;

/// <summary>The JSON files of the project by their path, with <c>/</c> between folders.</summary>
internal sealed class ReportFiles
{
    private static readonly string[] Extensions = [".json", ".pbip", ".pbir", ".pbism", ".platform"];

    private ReportFiles(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        Documents = texts.ToDictionary(text => text.Key, text => JsonNode.Parse(text.Value)!, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyDictionary<string, JsonNode> Documents { get; }

    public IEnumerable<(string File, JsonNode Page)> Pages => Named("/page.json");

    public IEnumerable<(string File, JsonNode Visual)> Visuals => Named("/visual.json");

    public static ReportFiles Load(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal));

    public ReportFiles With(string file, string from, string to)
    {
        Texts[file].ShouldContain(from, Case.Sensitive);
        return new ReportFiles(new Dictionary<string, string>(Texts, StringComparer.Ordinal) { [file] = Texts[file].Replace(from, to, StringComparison.Ordinal) });
    }

    public ReportFiles Without(string file) => new(Texts.Where(text => text.Key != file).ToDictionary(StringComparer.Ordinal));

    /// <summary>The file of a visual by its title and page.</summary>
    public string VisualFile(string page, string title) =>
        Visuals.Single(visual => visual.File.Contains($"/{page}/", StringComparison.Ordinal) && ReportRules.TextOf(visual.Visual, "title", "text") == title).File;

    private IEnumerable<(string File, JsonNode Document)> Named(string ending) =>
        Documents.Where(document => document.Key.EndsWith(ending, StringComparison.Ordinal)).Select(document => (document.Key, document.Value));
}
