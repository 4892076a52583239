using System.Text.RegularExpressions;

namespace Etl.PowerBI.Tests.Tmdl;

/// <summary>
/// Reads TMDL as far as this project uses it: objects by indentation, properties, flags, descriptions, and expressions on one line or
/// on deeper ones. What it does not understand is a <see cref="FormatException"/> that names file and line.
/// </summary>
internal sealed partial class TmdlParser(string file, string text)
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "annotation", "column", "dataAccessOptions", "database", "expression", "hierarchy", "level", "measure", "model", "partition", "ref",
        "refreshPolicy", "relationship", "role", "table", "tablePermission",
    };

    private readonly string[] _lines = text.Split('\n');
    private int _at;

    public static IReadOnlyList<TmdlNode> Parse(string file, string text) => new TmdlParser(file, text).ParseAt(depth: 0, owner: null);

    private List<TmdlNode> ParseAt(int depth, TmdlNode? owner)
    {
        List<TmdlNode> nodes = [];
        string? description = null;
        while (_at < _lines.Length && (_lines[_at].Length == 0 || Indent(_lines[_at]) >= depth))
        {
            if (_lines[_at].Length == 0)
            {
                _at++;
                continue;
            }

            if (Indent(_lines[_at]) > depth) throw Fault($"stands deeper than the {depth} tabs expected");
            var content = _lines[_at][depth..];
            if (!PropertyLine().IsMatch(content) && Kinds.Contains(Word().Match(content).Value))
            {
                nodes.Add(Object(content, description, depth));
                description = null;
            }
            else if (content.StartsWith("///", StringComparison.Ordinal))
            {
                description = content[3..].Trim();
                _at++;
            }
            else
            {
                ReadProperty(content, owner, depth);
            }
        }

        return nodes;
    }

    private TmdlNode Object(string content, string? description, int depth)
    {
        var head = Head().Match(content);
        if (!head.Success) throw Fault($"has no name: {content}");
        var node = new TmdlNode(head.Groups["kind"].Value, Unquote(head.Groups["name"].Value), file, _at + 1) { Description = description };
        _at++;
        if (head.Groups["assigned"].Success)
            node.Expression = head.Groups["value"].Value is { Length: > 0 } value ? value : Block(depth + 2);
        node.Children.AddRange(ParseAt(depth + 1, node));
        return node;
    }

    private void ReadProperty(string content, TmdlNode? owner, int depth)
    {
        if (PropertyLine().Match(content) is { Success: true } property) Add(owner, property.Groups["name"].Value, property.Groups["value"].Value);
        else if (Flag().IsMatch(content)) Add(owner, content, "true");
        else if (content.EndsWith(" =", StringComparison.Ordinal))
        {
            _at++;
            Add(owner, content[..^2], Block(depth + 2));
            return;
        }
        else throw Fault($"is neither an object nor a property: {content}");
        _at++;
    }

    // The lines of an expression are deeper than the properties beside it.
    private string Block(int depth)
    {
        List<string> lines = [];
        for (; _at < _lines.Length && (_lines[_at].Length == 0 || Indent(_lines[_at]) >= depth); _at++)
            lines.Add(_lines[_at].Length == 0 ? "" : _lines[_at][depth..]);
        return lines.Count > 0 ? string.Join('\n', lines).TrimEnd('\n') : throw Fault("has an equals sign before it and is no expression");
    }

    private void Add(TmdlNode? owner, string name, string value)
    {
        if (owner is null || !owner.Properties.TryAdd(name, value)) throw Fault($"gives {name} twice, or to nothing");
    }

    private FormatException Fault(string what) => new($"{file}:{_at + 1} {what}");

    private static int Indent(string line) => line.Length - line.TrimStart('\t').Length;

    internal static string Unquote(string name) => name.StartsWith('\'') ? name[1..^1].Replace("''", "'", StringComparison.Ordinal) : name;

    [GeneratedRegex(@"^[a-zA-Z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?<name>[a-z][a-zA-Z]*): (?<value>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"^[a-z][a-zA-Z]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Flag();

    [GeneratedRegex(
        @"^(?<kind>[a-zA-Z]+)( (?<name>'([^']|'')+'|(table|role) ('([^']|'')+'|[^ =']+)|[^ =']+))?(?<assigned> =( (?<value>.+))?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Head();
}
