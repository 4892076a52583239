namespace Etl.Warehouse.Migrations;

/// <summary>What a migration did.</summary>
/// <param name="Scripts">Names of the scripts that ran.</param>
/// <param name="Notes">What they told: mainly what this server lacks and was left out.</param>
public sealed record MigrationResult(IReadOnlyList<string> Scripts, IReadOnlyList<string> Notes);
