using System.Text.RegularExpressions;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.SqlServer;

/// <summary>The rights of <c>etl_writer</c>, as the script grants them that makes the role.</summary>
internal static partial class WriterRights
{
    /// <param name="isBabelfish">It grants a schema object by object, and says of the schema that nothing is granted; GRANT ALL is for it alone.</param>
    public static IReadOnlyList<WriterRight> Of(SqlScripts scripts, bool isBabelfish) =>
        [.. scripts.In("roles")
            .SelectMany(script => Grant().Matches(script.Text))
            .SelectMany(grant => grant.Groups["permissions"].Value.Split(',', StringSplitOptions.TrimEntries)
                .Select(permission => new WriterRight(permission, grant.Groups["schema"].Success ? WriterRight.Schema : WriterRight.Object, grant.Groups["name"].Value)))
            .Where(right => !isBabelfish || right.Kind != WriterRight.Schema)];

    [GeneratedRegex(@"GRANT (?!ALL )(?<permissions>[A-Z, ]+) ON (?<schema>SCHEMA::)?(?<name>[\w.]+) TO etl_writer", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Grant();
}
