using System.Data.Common;
using System.Text;
using Dapper;
using Etl.Model.Errors;

namespace Etl.Warehouse.Migrations;

/// <summary>
/// Brings a warehouse to the schema of this program: scripts of <c>up/</c> once, each in a transaction with its line in
/// <c>ops.schema_version</c>; views again whenever their text changed.
/// </summary>
public sealed class MigrationRunner(SqlScripts scripts, TimeProvider timeProvider)
{
    private const string Record =
        "INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES ($name, $hash, $applied)";

    private readonly IReadOnlyList<SqlScript> _up = scripts.In("up");
    private readonly IReadOnlyList<SqlScript> _views = ViewOrder.Sort(scripts.In("views"));

    /// <summary>
    /// The scripts still to run, in their order. Throws where a script that has run was edited since, or where the warehouse knows
    /// scripts that this program does not.
    /// </summary>
    public async Task<IReadOnlyList<SqlScript>> PendingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(connection, cancellationToken);
        var known = _up.Concat(_views).Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        if (applied.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new EtlException(Stage.Load,
                $"The warehouse was made by a newer version of this program ({unknown} is not known here). Use that version or a later one.");
        foreach (var script in _up)
            if (applied.TryGetValue(script.Name, out var hash) && hash != script.Hash)
                throw new EtlException(Stage.Load,
                    $"{script.Name} was edited after it had run on this warehouse (hash {hash[..12]} then, {script.Hash[..12]} now). "
                    + "A script that has run is never edited: put the old text back and write the change as a new script.");
        return [.. _up.Where(script => !applied.ContainsKey(script.Name)),
            .. _views.Where(view => !applied.TryGetValue(view.Name, out var hash) || hash != view.Hash)];
    }

    /// <summary>Runs what is pending. Returns the names of the scripts.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(connection, cancellationToken);
        foreach (var script in pending)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                await connection.ExecuteAsync(new CommandDefinition(script.Text, transaction: transaction, cancellationToken: cancellationToken));
                await RecordAsync(connection, transaction, script, cancellationToken);
            }
            catch (DbException error)
            {
                throw new EtlException(Stage.Load, $"{script.Name} failed, and the warehouse is as it was before it: {error.Message}", error);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return [.. pending.Select(script => script.Name)];
    }

    /// <summary>Everything that <see cref="RunAsync"/> would run on an empty store, with its bookkeeping.</summary>
    public string Script()
    {
        var sql = new StringBuilder();
        foreach (var script in _up.Concat(_views))
            sql.Append("-- ").Append(script.Name).Append('\n')
                .Append("BEGIN TRANSACTION;\n").Append(script.Text)
                .Append("INSERT INTO ops.schema_version (script, hash, applied_utc) VALUES ('")
                .Append(script.Name).Append("', '").Append(script.Hash).Append("', current_localtimestamp());\nCOMMIT;\n\n");
        return sql.ToString();
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string hasVersions =
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'ops' AND table_name = 'schema_version'";
        if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(hasVersions, cancellationToken: cancellationToken)) == 0) return [];
        var rows = await connection.QueryAsync<(string Script, string Hash)>(
            new CommandDefinition("SELECT script, hash FROM ops.schema_version", cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Script, row => row.Hash, StringComparer.Ordinal);
    }

    private async Task RecordAsync(
        DbConnection connection, DbTransaction transaction, SqlScript script, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM ops.schema_version WHERE script = $name", new { name = script.Name }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            Record,
            new { name = script.Name, hash = script.Hash, applied = timeProvider.GetUtcNow().UtcDateTime },
            transaction,
            cancellationToken: cancellationToken));
    }
}
