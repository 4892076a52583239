using System.Diagnostics;
using System.Text.RegularExpressions;
using Etl.Extract.ActiveDirectory;
using Etl.Model.Devices;

namespace Etl.Repository.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = RepositoryFolder.Read("README.md");

    [Theory]
    [InlineData("dotnet run -c Release --project src/Etl.Cli -- demo")]
    [InlineData("dotnet test")]
    public void Shows_each_command_alone_on_its_line(string command) => Readme.Split('\n').Count(line => line == command).ShouldBe(1);

    /// <summary>Files are named relative to where the reader stands, which of a web application is not where it would be run.</summary>
    [Fact]
    public async Task Its_commands_run_where_they_are_given()
    {
        using var asked = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", "src/Etl.Cli/Etl.Cli.csproj", "-getProperty:RunWorkingDirectory"])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var folder = await asked.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await asked.WaitForExitAsync(TestContext.Current.CancellationToken);

        asked.ExitCode.ShouldBe(0);
        folder.Trim().ShouldBeEmpty();
    }

    [Fact]
    public void Explains_every_join_type()
    {
        foreach (var joinType in Enum.GetNames<JoinType>()) Readme.ShouldContain($"| `{joinType}` |");
    }

    [Fact]
    public void Shows_the_export_command_that_the_program_tells() =>
        Squeeze(Readme).ShouldContain(Squeeze(AdExportCommand.PowerShell));

    [Fact]
    public void Links_only_to_files_that_are_there()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Root, "README.md", SearchOption.AllDirectories).Where(IsOurs))
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups["target"].Value);
                (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{file} links to {link.Groups["target"].Value}");
            }
    }

    private static bool IsOurs(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}data{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
