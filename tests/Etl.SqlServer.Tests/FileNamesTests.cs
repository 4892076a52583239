using Etl.Warehouse.Migrations;

namespace Etl.SqlServer.Tests;

/// <summary>The two dialects are held together file by file.</summary>
public sealed class FileNamesTests
{
    // Nodes share a schedule on SQL Server only, whose columnstore packs facts by itself.
    private static readonly string[] OfOneStore =
    [
        "up/0031_create_quartz.sql",
        "up/0032_pack_device_snapshot.sql",
        "up/0033_pack_device.sql",
        "up/0034_pack_device_overwrite.sql",
        "up/0035_pack_staged_device.sql",
        "up/0036_stage_profiles.sql",
    ];

    [Theory]
    [InlineData("up")]
    [InlineData("views")]
    [InlineData("publish")]
    [InlineData("queries")]
    [InlineData("checks/staging")]
    [InlineData("checks/published")]
    public void Both_stores_have_the_same_files(string folder) =>
        NamesOfBoth(SqlFiles.SqlServer, folder).ShouldBe(NamesOfBoth(SqlFiles.DuckDb, folder));

    [Fact]
    public void A_check_says_the_same_on_both()
    {
        foreach (var script in SqlFiles.All.Where(script => script.Name.StartsWith("checks/", StringComparison.Ordinal)))
            script.Text.Split('\n')[..2].ShouldBe(SqlFiles.DuckDb[script.Name].Split('\n')[..2], script.Name);
    }

    [Fact]
    public void A_view_has_the_same_columns_in_the_same_order_on_both()
    {
        foreach (var script in SqlFiles.SqlServer.In("views"))
            ViewColumns.Of(script.Text).ShouldBe(ViewColumns.Of(SqlFiles.DuckDb[script.Name]), script.Name);
    }

    private static IEnumerable<string> NamesOfBoth(SqlScripts scripts, string folder) =>
        scripts.In(folder).Select(script => script.Name).Except(OfOneStore, StringComparer.Ordinal);
}
