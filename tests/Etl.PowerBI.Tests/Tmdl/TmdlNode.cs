namespace Etl.PowerBI.Tests.Tmdl;

/// <summary>One object of a TMDL file, such as a table or a column, with what stands under it.</summary>
internal sealed class TmdlNode(string kind, string name, string file, int line)
{
    public string Kind { get; } = kind;

    public string Name { get; } = name;

    public string File { get; } = file;

    public int Line { get; } = line;

    public string? Description { get; init; }

    /// <summary>What follows the equals sign, on the same line or on the lines below.</summary>
    public string? Expression { get; set; }

    /// <summary>Properties by name; a flag has the value <c>true</c>.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public List<TmdlNode> Children { get; } = [];

    public string Place => $"{File}:{Line}";

    public bool IsHidden => Properties.ContainsKey("isHidden");

    public string? this[string property] => Properties.GetValueOrDefault(property);

    public IEnumerable<TmdlNode> Of(string kind) => Children.Where(child => child.Kind == kind);
}
