using Etl.PowerBI.Tests.Rules;
using Etl.PowerBI.Tests.Tmdl;
using Etl.Repository.Tests;

namespace Etl.PowerBI.Tests;

/// <summary>The project as it stands in the repository.</summary>
internal static class Project
{
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Root, "src", "PowerBI");

    public static SemanticModel Model { get; } = SemanticModel.Load(Path.Combine(Folder, "Enrolment.SemanticModel", "definition"));

    public static ReportFiles Report { get; } = ReportFiles.Load(Folder);
}
