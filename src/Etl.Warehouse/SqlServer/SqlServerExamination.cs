using System.Globalization;
using Dapper;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;
using Etl.Warehouse.Migrations;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>Whether the server answers this login, is new enough, has the current schema, lets a run do its work and readers read beside it.</summary>
internal sealed class SqlServerExamination(WarehouseOptions options, TimeProvider timeProvider) : IWarehouseExamination
{
    private const string Check = "warehouse";
    private const string Rights = "warehouse rights";
    private const string Readers = "warehouse readers";
    private const int OldestVersion = 15;

    private readonly string _place = SqlServerConnectionText.Place(options.ConnectionString);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        try
        {
            var warehouse = new SqlServerWarehouse(options, timeProvider);
            return await warehouse.LookAsync(async (connection, migrations) =>
            {
                findings.Clear();
                var server = await connection.QuerySingleAsync<Server>(Command(Server.Query, cancellationToken));
                findings.Add(OfServer(server));
                if (server.Updateability == "READ_ONLY") findings.Add(Finding.Fails(Check, $"{_place} is read-only: no run can publish there. As db_owner: ALTER DATABASE CURRENT SET READ_WRITE."));
                var pending = await migrations.PendingAsync(connection, cancellationToken);
                findings.Add(OfSchema(pending, migrations));
                if (pending.Count < migrations.Count) findings.Add(await RightsAsync(connection, server.IsBabelfish, cancellationToken));
                findings.Add(OfReaders(server));
                return findings;
            }, cancellationToken);
        }
        catch (EtlException e)
        {
            return [.. findings, Finding.Fails(Check, e)];
        }
    }

    private Finding OfServer(Server server) =>
        server.IsOwn && int.Parse(server.Version.Split('.')[0], CultureInfo.InvariantCulture) < OldestVersion
            ? Finding.Fails(Check, $"{_place} is version {server.Version}. SQL Server 2019 (15) or later is needed.")
            : Finding.Ok(Check, $"{_place} answers, version {server.Version}.");

    private Finding OfSchema(IReadOnlyList<SqlScript> pending, MigrationRunner migrations)
    {
        const string check = "warehouse schema";
        if (pending.Count == 0) return Finding.Ok(check, "is current.");
        return Finding.Fails(check, pending.Count == migrations.Count
            ? SqlServerErrors.NoWarehouse(_place)
            : SqlServerErrors.OlderSchema(_place, pending[0].Name));
    }

    private static async Task<Finding> RightsAsync(SqlConnection connection, bool isBabelfish, CancellationToken cancellationToken)
    {
        List<string> missing = [];
        var rights = WriterRights.Of(SqlScripts.Embedded("sqlserver"), isBabelfish);
        foreach (var right in rights)
            if (await connection.ExecuteScalarAsync<int?>(Command(WriterRight.Query, cancellationToken, right)) != 1) missing.Add(right.ToString());
        return missing.Count == 0
            ? Finding.Ok(Rights, string.Create(CultureInfo.InvariantCulture, $"this login has the {rights.Count} rights of a run."))
            : Finding.Fails(Rights, $"this login lacks {string.Join(", ", missing)}. Make it a member of etl_writer: ALTER ROLE etl_writer ADD MEMBER [its user].");
    }

    private static Finding OfReaders(Server server) => server.HasCommittedSnapshots
        ? Finding.Ok(Readers, "read the last committed day while one is published (READ_COMMITTED_SNAPSHOT is on).")
        : Finding.Warning(Readers, "wait for a publish: READ_COMMITTED_SNAPSHOT is off. As db_owner: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE.");

    private static CommandDefinition Command(string sql, CancellationToken cancellationToken, object? parameters = null) =>
        new(sql, parameters, cancellationToken: cancellationToken);

    private sealed record Server
    {
        public const string Query =
            "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version, CAST(SERVERPROPERTY('EngineEdition') AS int) AS edition, "
            + "CAST(CASE WHEN SERVERPROPERTY('Babelfish') IS NULL THEN 0 ELSE 1 END AS bit) AS is_babelfish, "
            + "CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(128)) AS updateability, "
            + "(SELECT is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID()) AS committed_snapshots";

        // The editions of a server that somebody installs; those of Azure count their versions by themselves.
        private static readonly int[] Own = [1, 2, 3, 4];

        public required string Version { get; init; }
        public required int Edition { get; init; }
        public required bool IsBabelfish { get; init; }
        public bool? CommittedSnapshots { get; init; }
        public string? Updateability { get; init; }

        public bool IsOwn => Own.Contains(Edition) && !IsBabelfish;

        // Babelfish keeps versions of rows whatever it says of the setting.
        public bool HasCommittedSnapshots => IsBabelfish || CommittedSnapshots == true;
    }
}
