using Etl.Warehouse.Migrations;
using Etl.Warehouse.SqlServer;

namespace Etl.SqlServer.Tests;

/// <summary>What the program sends a SQL Server, and where the repository is.</summary>
internal static class SqlFiles
{
    public static readonly SqlScripts SqlServer = SqlScripts.Embedded("sqlserver");
    public static readonly SqlScripts DuckDb = SqlScripts.Embedded("duckdb");

    private static readonly string[] Folders =
        ["up", "views", "publish", "roles", "physical", "queries", "checks/staging", "checks/published"];

    public static IReadOnlyList<SqlScript> All { get; } = [.. Folders.SelectMany(SqlServer.In)];

    /// <summary>Statements that the code makes of a file. Those that stand in the code are <see cref="SentStatements"/>.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Sent { get; } =
    [
        .. SqlServer.In("publish").Select(script => ("call of " + script.Name, ProcedureCall.Of(script.Text))),
        .. All.Select(Description.Of).OfType<Description>().Select(description => ("description of " + description.Name, description.Sql)),
    ];

    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Etl.sln"))) return folder.FullName;
        throw new InvalidOperationException("These tests run from within the repository.");
    }
}
