using System.Data;
using System.Data.Common;
using Dapper;
using Etl.Model.Errors;

namespace Etl.Warehouse.Migrations;

/// <summary>
/// Brings a warehouse to the schema of this program: scripts of <c>up/</c> once, each in a transaction with its line in
/// <c>ops.schema_version</c>; views and what else the store has again whenever their text changed.
/// </summary>
public sealed class MigrationRunner(SqlScripts scripts, ISqlDialect dialect, TimeProvider timeProvider)
{
    private const string WhereVersionsAre =
        "SELECT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'schema_version' AND TABLE_SCHEMA IN ('ops', 'report')";

    private readonly IReadOnlyList<SqlScript> _up = scripts.In("up");

    private readonly IReadOnlyList<SqlScript> _repeatable = [.. dialect.RepeatableFolders.SelectMany(folder => ViewOrder.Sort(scripts.In(folder)))];

    /// <summary>How many scripts make a whole warehouse.</summary>
    public int Count => _up.Count + _repeatable.Count;

    /// <summary>
    /// The scripts still to run, in their order. Throws where a script that has run was edited since, or where the warehouse knows
    /// scripts that this program does not.
    /// </summary>
    public async Task<IReadOnlyList<SqlScript>> PendingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(connection, cancellationToken);
        var known = _up.Concat(_repeatable).Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        if (applied.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new EtlException(Stage.Load,
                $"The warehouse was made by a newer version of this program ({unknown} is not known here). Use that version or a later one.");
        foreach (var script in _up)
            if (applied.TryGetValue(script.Name, out var hash) && hash != script.Hash)
                throw new EtlException(Stage.Load,
                    $"{script.Name} was edited after it had run on this warehouse (hash {Start(hash)} then, {Start(script.Hash)} now). "
                    + "A script that has run is never edited: put the old text back and write the change as a new script.");
        return [.. _up.Where(script => !applied.ContainsKey(script.Name)),
            .. _repeatable.Where(script => !applied.TryGetValue(script.Name, out var hash) || hash != script.Hash)];
    }

    /// <summary>Runs what is pending.</summary>
    public async Task<MigrationResult> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(connection, cancellationToken);
        List<string> notes = [];
        foreach (var script in pending)
        {
            try
            {
                await RunAsync(connection, script, cancellationToken);
            }
            catch (DbException error) when (dialect.MayBeLeftOut(script) && connection.State == ConnectionState.Open)
            {
                notes.Add($"{script.Name}: left out, {error.Message}");
                await RecordAsync(connection, transaction: null, script, cancellationToken);
            }
            catch (DbException error)
            {
                throw new EtlException(Stage.Load, $"{script.Name} failed, and the warehouse is as it was before it: {error.Message.TrimEnd('.')}. Mend that, then migrate again.", error);
            }
        }

        return new MigrationResult([.. pending.Select(script => script.Name)], notes);
    }

    /// <summary>Everything that would run on an empty store, with its bookkeeping.</summary>
    public string Script() => dialect.PrintedHead + string.Concat(_up.Concat(_repeatable).Select(dialect.Printed));

    private static string Start(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string VersionsIn(string schema) => $"SELECT script, hash FROM {schema}.schema_version";

    private async Task RunAsync(DbConnection connection, SqlScript script, CancellationToken cancellationToken)
    {
        await using var transaction = dialect.MayBeLeftOut(script) ? null : await connection.BeginTransactionAsync(cancellationToken);
        foreach (var batch in dialect.Batches(script))
            await connection.ExecuteAsync(new CommandDefinition(batch, transaction: transaction, cancellationToken: cancellationToken));
        await RecordAsync(connection, transaction, script, cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> RecordAsync(DbConnection connection, DbTransaction? transaction, SqlScript script, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            dialect.RecordScript,
            new { script = script.Name, hash = script.Hash, applied_utc = timeProvider.GetUtcNow().UtcDateTime },
            transaction,
            cancellationToken: cancellationToken));

    // Whoever may read the reports alone sees the versions through their view.
    private static async Task<Dictionary<string, string>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var schemas = (await connection.QueryAsync<string>(new CommandDefinition(WhereVersionsAre, cancellationToken: cancellationToken))).AsList();
        if (schemas.Count == 0) return [];
        var schema = schemas.Contains("ops", StringComparer.Ordinal) ? "ops" : "report";
        var rows = await connection.QueryAsync<(string Script, string Hash)>(
            new CommandDefinition(VersionsIn(schema), cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Script, row => row.Hash, StringComparer.Ordinal);
    }
}
