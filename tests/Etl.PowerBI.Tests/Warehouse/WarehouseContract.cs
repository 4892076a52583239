using Etl.PowerBI.Tests.Tmdl;
using Etl.Warehouse;

namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>The model and the dictionary fit the warehouse, whichever store holds it.</summary>
public abstract class WarehouseContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_of_the_model_is_in_the_warehouse_with_a_fitting_type() =>
        WarehouseRules.Columns_are_in_the_warehouse_with_a_fitting_type(Project.Model, await ColumnsAsync()).ShouldBeEmpty();

    [Theory]
    [InlineData("tables/Tenant.tmdl", "sourceColumn: tenant\n", "sourceColumn: tenant_name\n", "report.dim_tenant has no column tenant_name")]
    [InlineData("tables/Tenant.tmdl", "dataType: double", "dataType: string", "Tenant[Target] is string, report.dim_tenant.coverage_target is ")]
    [InlineData("tables/Tenant.tmdl", "Item=\"dim_tenant\"", "Item=\"dim_lessee\"", "report.dim_lessee has no column")]
    [InlineData("tables/Tenant access.tmdl", "#table(", "#lines(", "reads no view")]
    public async Task A_column_that_does_not_fit_is_found(string file, string from, string to, string says)
    {
        var faults = WarehouseRules.Columns_are_in_the_warehouse_with_a_fitting_type(Project.Model.With(file, from, to), await ColumnsAsync());

        faults.ShouldContain(fault => fault.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_dictionary_has_every_view_and_column_and_no_other()
    {
        var columns = await ColumnsAsync();
        var there = columns.Select(column => (column.View, Column: column.Name)).ToHashSet();
        var views = columns.Select(column => column.View).ToHashSet(StringComparer.Ordinal);
        var dictionary = DataDictionary.Shipped;

        there.Concat(views.Select(view => (view, ""))).Where(subject => string.IsNullOrWhiteSpace(dictionary[subject.Item1, subject.Item2])).ShouldBeEmpty("not described");
        dictionary.Subjects.Where(subject => subject.View.Length == 0
            ? columns.All(column => column.Name != subject.Column)
            : subject.Column.Length == 0 ? !views.Contains(subject.View) : !there.Contains(subject)).ShouldBeEmpty("described, and not there");
    }

    [Fact]
    public async Task The_page_of_the_dictionary_is_current() =>
        Generated.ShouldBeCurrent("DICTIONARY.md", DataDictionary.Shipped.Page(await ColumnsAsync()));

    /// <summary>A migrated warehouse.</summary>
    protected abstract Task<IWarehouse> OpenAsync(CancellationToken cancellationToken);

    private async Task<IReadOnlyList<ReportColumn>> ColumnsAsync() => await ReportSchema.ReadAsync(await OpenAsync(Cancellation), Cancellation);
}
