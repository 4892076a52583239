using System.Text.RegularExpressions;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.SqlServer;

/// <summary>The comment that opens the file of a table or view, as the server keeps it: where tools show what a row is.</summary>
internal sealed partial record Description(string Schema, string Kind, string Name, string Text)
{
    /// <summary>Not every server of this dialect knows such properties.</summary>
    public string Sql =>
        $"""
        IF OBJECT_ID(N'sys.sp_addextendedproperty') IS NOT NULL
        BEGIN
            IF EXISTS (
                SELECT 1
                FROM sys.extended_properties
                WHERE class = 1 AND major_id = OBJECT_ID(N'{Schema}.{Name}') AND minor_id = 0 AND name = N'MS_Description')
                EXEC sys.sp_dropextendedproperty N'MS_Description', N'SCHEMA', N'{Schema}', N'{Kind}', N'{Name}';
            {Property}
        END;
        """;

    /// <summary>The bare call.</summary>
    public string Property =>
        $"EXEC sys.sp_addextendedproperty N'MS_Description', N'{Text.Replace("'", "''", StringComparison.Ordinal)}', "
        + $"N'SCHEMA', N'{Schema}', N'{Kind}', N'{Name}';";

    public static Description? Of(SqlScript script)
    {
        var created = Created().Match(script.Text);
        if (!created.Success) return null;
        var comment = script.Text.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line.TrimStart('-', ' '));
        return new Description(
            created.Groups["schema"].Value, created.Groups["kind"].Value, created.Groups["name"].Value, string.Join(' ', comment));
    }

    [GeneratedRegex(@"^CREATE (OR ALTER )?(?<kind>TABLE|VIEW) (?<schema>\w+)\.(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Created();
}
