using System.Xml.Linq;

namespace Etl.Repository.Tests;

public sealed class ProjectReferenceTests
{
    // Extract, Transform and Load never see each other; only Pipeline knows their order.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Etl.Model"] = [],
        ["Etl.Extract"] = ["Etl.Model"],
        ["Etl.Transform"] = ["Etl.Model"],
        ["Etl.Warehouse"] = ["Etl.Model"],
        ["Etl.Load"] = ["Etl.Model", "Etl.Warehouse"],
        ["Etl.Export"] = ["Etl.Model", "Etl.Warehouse"],
        ["Etl.Simulator"] = ["Etl.Model"],
        ["Etl.Pipeline"] = ["Etl.Extract", "Etl.Transform", "Etl.Load", "Etl.Export"],
        ["Etl.Dashboard"] = ["Etl.Model", "Etl.Warehouse", "Etl.Export"],
        ["Etl.Cli"] = ["Etl.Pipeline", "Etl.Simulator", "Etl.Dashboard"],
    };

    [Fact]
    public void Stages_are_kept_apart_by_the_compiler()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var references = XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

            references.ShouldBeSubsetOf(Allowed[name], $"{name} references what it must not see");
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFolder.Read("Etl.sln");

        foreach (var folder in new[] { "src", "tests" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, folder), "*.csproj", SearchOption.AllDirectories))
                solution.ShouldContain(Path.GetFileName(file));
    }
}
