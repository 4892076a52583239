using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Etl.Repository.Tests;

/// <summary>The summaries of the code as Markdown, from the files that the compiler writes beside an assembly.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _read = [];

    /// <summary>The summary of a property in one line; empty where it has none.</summary>
    public string Summary(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return MembersOf(owner.Assembly).TryGetValue($"P:{owner.FullName}.{property.Name}", out var member) && member.Element("summary") is { } summary
            ? Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : "";
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement code => $"`{code.Value}`",
        _ => "",
    };

    private Dictionary<string, XElement> MembersOf(Assembly assembly)
    {
        if (_read.TryGetValue(assembly, out var members)) return members;
        return _read[assembly] = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
