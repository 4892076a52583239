using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.DuckDb;

internal sealed class DuckDbDialect : ISqlDialect
{
    public IReadOnlyList<string> RepeatableFolders { get; } = ["views"];

    public string RecordScript =>
        "DELETE FROM ops.schema_version WHERE script = $script; "
        + "INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES ($script, $hash, $applied_utc)";

    public string PrintedHead => string.Empty;

    public bool MayBeLeftOut(SqlScript script) => false;

    public IReadOnlyList<string> Batches(SqlScript script) => [script.Text];

    public string Printed(SqlScript script) =>
        $"""
        -- {script.Name}
        BEGIN TRANSACTION;
        {script.Text}INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES ('{script.Name}', '{script.Hash}', current_localtimestamp());
        COMMIT;


        """;
}
