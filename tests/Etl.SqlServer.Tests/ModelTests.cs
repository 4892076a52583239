using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;

namespace Etl.SqlServer.Tests;

/// <summary>Tables, views, procedures, checks and queries know each other's names.</summary>
public sealed class ModelTests
{
    [Fact]
    public void The_whole_warehouse_compiles_without_an_error_or_an_unresolved_name()
    {
        using var model = WarehouseModel.Compile();

        model.Faults().ShouldBeEmpty();
        model.Model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Count()
            .ShouldBe(SqlFiles.SqlServer.In("up").Sum(script => script.Text.Split("CREATE TABLE ").Length - 1));
        model.Model.GetObjects(DacQueryScopes.UserDefined, View.TypeClass).Count().ShouldBe(SqlFiles.SqlServer.In("views").Count);
    }

    [Theory]
    [InlineData("views/device_snapshot.sql", "snapshot.is_covered,", "snapshot.is_uncovered,")]
    [InlineData("publish/09_fact_device_snapshot.sql", "staged.os_version,", "staged.os_wersion,")]
    [InlineData("publish/08_dim_device.sql", "FROM dim.device AS device", "FROM dim.devise AS device")]
    [InlineData("checks/published/coverage_adds_up.sql", "coverage.in_scope", "coverage.in_scoop")]
    [InlineData("queries/export_gaps.sql", "    severity,", "    sewerity,")]
    [InlineData("up/0017_create_fact_coverage_daily.sql", "REFERENCES dim.scope (scope_key)", "REFERENCES dim.scope (scoop_key)")]
    [InlineData("up/0012_create_dim_scope.sql", "(scope_key, code, label", "(scope_key, kode, label")]
    public void A_name_that_is_nowhere_is_caught(string file, string right, string wrong)
    {
        SqlFiles.SqlServer[file].ShouldContain(right);
        using var model = WarehouseModel.Compile(script =>
            script.Name == file ? script.Text.Replace(right, wrong, StringComparison.Ordinal) : script.Text);

        model.Faults().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_compiled_warehouse_is_left_for_administrators()
    {
        var path = Path.Combine(SqlFiles.RepositoryRoot, "artifacts", "dacpac", "warehouse.dacpac");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var model = WarehouseModel.Compile(isWhole: false);

        DacPackageExtensions.BuildPackage(path, model.Model, new PackageMetadata { Name = "Device enrolment warehouse", Version = "1.0.0" });

        using var package = DacPackage.Load(path);
        package.Name.ShouldBe("Device enrolment warehouse");
    }
}
