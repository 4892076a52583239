namespace Etl.PowerBI.Tests;

/// <summary>Pages that are made from something else. With <c>ETL_WRITE_PAGES=1</c> in the environment the tests write them anew.</summary>
internal static class Generated
{
    private const string Variable = "ETL_WRITE_PAGES";

    public static void ShouldBeCurrent(string file, string expected)
    {
        var path = Path.Combine(Project.Folder, file);
        if (Environment.GetEnvironmentVariable(Variable) == "1") File.WriteAllText(path, expected);
        File.ReadAllText(path).ShouldBe(expected, $"{file} is not current: run the tests with {Variable}=1 and commit what they write");
    }
}
