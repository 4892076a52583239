using Etl.Model.Runs;
using Etl.Warehouse.Migrations;

namespace Etl.Load.Publishing;

/// <summary>
/// A file of <c>checks/</c>. Its first line says what a violation does (<c>-- fail</c> or <c>-- warn</c>), its second what is
/// expected; its query returns a row (subject, found) for each violation.
/// </summary>
internal sealed record PublishCheck(string Code, QualitySeverity Severity, string Expected, string Sql)
{
    public static PublishCheck Parse(SqlScript script)
    {
        var lines = script.Text.Split('\n', count: 3);
        var severity = lines[0] switch
        {
            "-- fail" => QualitySeverity.Hold,
            "-- warn" => QualitySeverity.Warn,
            var other => throw new InvalidOperationException($"{script.Name} begins with '{other}'; expected '-- fail' or '-- warn'."),
        };
        return new PublishCheck(PascalCase(script.ShortName), severity, lines[1].TrimStart('-', ' '), lines[2]);
    }

    private static string PascalCase(string name) =>
        string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
