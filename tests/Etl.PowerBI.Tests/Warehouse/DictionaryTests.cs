namespace Etl.PowerBI.Tests.Warehouse;

public sealed class DictionaryTests
{
    [Fact]
    public void The_model_says_of_a_column_what_the_dictionary_says() =>
        WarehouseRules.Columns_are_described_as_in_the_dictionary(Project.Model, DataDictionary.Shipped).ShouldBeEmpty();

    [Fact]
    public void Another_description_is_found() =>
        WarehouseRules.Columns_are_described_as_in_the_dictionary(Project.Model.With("tables/Tenant.tmdl", "/// The tenant.", "/// The lessee."), DataDictionary.Shipped)
            .ShouldHaveSingleItem().ShouldContain("Tenant[Tenant key]");
}
