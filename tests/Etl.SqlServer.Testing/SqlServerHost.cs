using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace Etl.SqlServer.Testing;

/// <summary>
/// The server that the SQL Server half of the tests runs on: the one that <c>ETL_TEST_SQLSERVER</c> names (a connection string of
/// somebody who may create databases), else one in a container. Where there is neither, a test that asks for it is skipped.
/// </summary>
public static class SqlServerHost
{
    public const string Variable = "ETL_TEST_SQLSERVER";

    private static readonly Lazy<(string? ConnectionString, string? WhyNot)> Found = new(Find);
    private static readonly Lazy<bool> IsOne = new(AskWhetherBabelfish);

    /// <summary>Connects to the server's master database; skips the test where there is no server.</summary>
    public static string ConnectionString
    {
        get
        {
            var (connectionString, whyNot) = Found.Value;
            if (connectionString is null) Assert.Skip(whyNot!);
            return connectionString;
        }
    }

    /// <summary>Whether it is Babelfish, which lacks some of what a SQL Server has.</summary>
    public static bool IsBabelfish => IsOne.Value;

    private static bool AskWhetherBabelfish()
    {
        using var connection = new SqlConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CASE WHEN SERVERPROPERTY('Babelfish') IS NULL THEN 0 ELSE 1 END";
        return command.ExecuteScalar() is 1;
    }

    private static (string? ConnectionString, string? WhyNot) Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return (given, null);
        try
        {
            // Gone with this process: the library's own reaper sees to it.
            var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
            container.StartAsync().GetAwaiter().GetResult();
            return (new SqlConnectionStringBuilder(container.GetConnectionString()) { TrustServerCertificate = true }.ConnectionString, null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (null, $"No SQL Server: {Variable} is not set, and no container engine answers ({error.Message.Split('\n')[0].Trim()}).");
        }
    }
}
