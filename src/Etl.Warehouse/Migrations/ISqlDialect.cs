namespace Etl.Warehouse.Migrations;

/// <summary>What the migration of one store does differently.</summary>
public interface ISqlDialect
{
    /// <summary>Folders whose scripts run again whenever their text has changed, in their order.</summary>
    IReadOnlyList<string> RepeatableFolders { get; }

    /// <summary>Enters a script in <c>ops.schema_version</c>, in place of an earlier entry; parameters: script, hash, applied_utc.</summary>
    string RecordScript { get; }

    /// <summary>
    /// Whether the warehouse works without the script, where a server cannot run it. Such a script is not in a transaction and asks first
    /// what is there already; any other stands in one with its entry.
    /// </summary>
    bool MayBeLeftOut(SqlScript script);

    /// <summary>What is sent, one by one.</summary>
    IReadOnlyList<string> Batches(SqlScript script);

    /// <summary>What stands before all scripts that are run by hand.</summary>
    string PrintedHead { get; }

    /// <summary>The script as somebody runs it by hand, with its entry.</summary>
    string Printed(SqlScript script);
}
