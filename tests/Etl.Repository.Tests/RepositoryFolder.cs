namespace Etl.Repository.Tests;

/// <summary>The root of this repository, found from where the tests run.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Etl.sln"))) return folder.FullName;
        throw new InvalidOperationException("These tests run from within the repository.");
    }
}
