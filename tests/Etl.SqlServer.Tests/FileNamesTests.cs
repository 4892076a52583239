namespace Etl.SqlServer.Tests;

/// <summary>The two dialects are held together file by file.</summary>
public sealed class FileNamesTests
{
    // Nodes share a schedule on SQL Server only.
    private const string Schedule = "up/0031_create_quartz.sql";

    [Theory]
    [InlineData("up")]
    [InlineData("views")]
    [InlineData("publish")]
    [InlineData("queries")]
    [InlineData("checks/staging")]
    [InlineData("checks/published")]
    public void Both_stores_have_the_same_files(string folder) =>
        SqlFiles.SqlServer.In(folder).Select(script => script.Name).Where(name => name != Schedule).ShouldBe(SqlFiles.DuckDb.In(folder).Select(script => script.Name));

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
}
