using System.Text.RegularExpressions;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.SqlServer;

/// <summary>Scripts in batches, as every tool of SQL Server cuts them: at lines that hold GO.</summary>
internal sealed partial class SqlServerDialect : ISqlDialect
{
    public IReadOnlyList<string> RepeatableFolders { get; } = ["views", "publish", "roles", "physical"];

    public string RecordScript =>
        "DELETE FROM ops.schema_version WHERE script = @script; "
        + "INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES (@script, @hash, @applied_utc);";

    // ALTER DATABASE cannot stand in a transaction.
    public bool MayBeLeftOut(SqlScript script) => script.Name.StartsWith("physical/", StringComparison.Ordinal);

    public IReadOnlyList<string> Batches(SqlScript script)
    {
        var batches = Separator().Split(script.Text).Where(batch => batch.Trim().Length > 0);
        return Description.Of(script) is { } description ? [.. batches, description.Sql] : [.. batches];
    }

    public string Printed(SqlScript script)
    {
        var record = $"""
            DELETE FROM ops.schema_version WHERE script = N'{script.Name}';
            INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES (N'{script.Name}', N'{script.Hash}', SYSUTCDATETIME());
            """;
        var batches = string.Concat(Batches(script).Select(batch => batch.TrimEnd() + "\nGO\n"));
        // A batch that fails takes the transaction with it; the next ones must not go on without.
        return MayBeLeftOut(script)
            ? $"-- {script.Name}\n{batches}{record}\nGO\n\n"
            : $"-- {script.Name}\nBEGIN TRANSACTION;\nGO\n{batches}IF @@TRANCOUNT > 0\nBEGIN\n{record}\nCOMMIT;\nEND;\nGO\n\n";
    }

    // sqlcmd leaves quoted identifiers off, and a procedure keeps the setting it was made with.
    public string PrintedHead => """
        -- Run as db_owner of the warehouse's database, with `sqlcmd -b -i FILE` or in a query window; it makes an empty database a warehouse.
        SET QUOTED_IDENTIFIER ON;
        SET ANSI_NULLS ON;
        SET XACT_ABORT ON;
        SET NOCOUNT ON;
        GO


        """;

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Separator();
}
