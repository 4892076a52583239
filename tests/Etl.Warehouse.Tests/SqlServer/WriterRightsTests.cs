using Etl.Warehouse.Migrations;
using Etl.Warehouse.SqlServer;

namespace Etl.Warehouse.Tests.SqlServer;

public sealed class WriterRightsTests
{
    [Fact]
    public void Are_those_that_the_script_of_the_roles_grants()
    {
        var rights = WriterRights.Of(SqlScripts.Embedded("sqlserver"), isBabelfish: false).Select(right => $"{right.Kind}: {right}").ToList();

        rights.ShouldContain("SCHEMA: EXECUTE on publish");
        rights.ShouldContain("SCHEMA: INSERT on staging");
        rights.ShouldContain("SCHEMA: ALTER on staging");
        rights.ShouldContain("OBJECT: DELETE on fact.device_snapshot");
        rights.ShouldContain("OBJECT: UPDATE on ops.run");
        rights.Count.ShouldBe(GrantedInScript());
    }

    [Fact]
    public void Leave_out_what_babelfish_does_not_tell() =>
        WriterRights.Of(SqlScripts.Embedded("sqlserver"), isBabelfish: true).ShouldAllBe(right => right.Kind == WriterRight.Object);

    // Counted without the expression that is tested: what stands between the two words, by its commas.
    private static int GrantedInScript() => SqlScripts.Embedded("sqlserver").In("roles")
        .SelectMany(script => script.Text.Split('\n'))
        .Where(line => line.Contains("GRANT ", StringComparison.Ordinal) && !line.Contains("GRANT ALL ", StringComparison.Ordinal) && line.Contains("TO etl_writer", StringComparison.Ordinal))
        .Sum(line => line[..line.IndexOf(" ON ", StringComparison.Ordinal)].Count(c => c == ',') + 1);
}
