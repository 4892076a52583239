namespace Etl.PowerBI.Tests.Tmdl;

/// <summary>A semantic model as its TMDL files say it.</summary>
internal sealed class SemanticModel
{
    private readonly List<string> _order;

    private SemanticModel(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        Nodes = [.. texts.SelectMany(file => TmdlParser.Parse(file.Key, file.Value))];
        _order = [.. Nodes.Where(node => node.Kind == "ref" && node.Name.StartsWith("table ", StringComparison.Ordinal))
            .Select(node => TmdlParser.Unquote(node.Name["table ".Length..]))];
    }

    /// <summary>The files by their path below <c>definition</c>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyList<TmdlNode> Nodes { get; }

    /// <summary>The tables in the order in which people see them.</summary>
    public IEnumerable<TmdlNode> Tables => Nodes.Where(node => node.Kind == "table").OrderBy(table => _order.IndexOf(table.Name));

    public IEnumerable<TmdlNode> Relationships => Nodes.Where(node => node.Kind == "relationship");

    public IEnumerable<TmdlNode> Expressions => Nodes.Where(node => node.Kind == "expression");

    public IEnumerable<TmdlNode> Roles => Nodes.Where(node => node.Kind == "role");

    public IEnumerable<(TmdlNode Table, TmdlNode Column)> Columns => Tables.SelectMany(table => table.Of("column").Select(column => (table, column)));

    public IEnumerable<(TmdlNode Table, TmdlNode Measure)> Measures => Tables.SelectMany(table => table.Of("measure").Select(measure => (table, measure)));

    /// <summary>Everything, whatever it stands under.</summary>
    public IEnumerable<TmdlNode> All => Nodes.SelectMany(WithChildren);

    public static SemanticModel Load(string folder) => new(Read(folder));

    /// <summary>The model with one text in the place of another, which must be there.</summary>
    public SemanticModel With(string file, string from, string to)
    {
        Texts[file].ShouldContain(from, Case.Sensitive);
        return new SemanticModel(new Dictionary<string, string>(Texts, StringComparer.Ordinal) { [file] = Texts[file].Replace(from, to, StringComparison.Ordinal) });
    }

    public SemanticModel Without(string file) => new(Texts.Where(text => text.Key != file).ToDictionary(StringComparer.Ordinal));

    public TmdlNode? Table(string name) => Tables.FirstOrDefault(table => table.Name == name);

    public TmdlNode? Column(string table, string name) => Table(table)?.Of("column").FirstOrDefault(column => column.Name == name);

    /// <summary>The view of the warehouse that a table reads; none where its rows stand in the model.</summary>
    public static string? ViewOf(TmdlNode table) =>
        Patterns.View().Match(Source(table)) is { Success: true } match ? match.Groups["view"].Value : null;

    public static string Source(TmdlNode table) => table.Of("partition").FirstOrDefault()?["source"] ?? "";

    private static IEnumerable<TmdlNode> WithChildren(TmdlNode node) => node.Children.SelectMany(WithChildren).Prepend(node);

    private static Dictionary<string, string> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.tmdl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
