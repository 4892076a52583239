using System.Reflection;
using Etl.PowerBI.Tests.Rules;
using Etl.PowerBI.Tests.Tmdl;

namespace Etl.PowerBI.Tests;

/// <summary>The semantic model keeps to every rule, and every rule finds the fault that it is for.</summary>
public sealed class ModelTests
{
    private static readonly Dictionary<string, MethodInfo> All =
        new[] { typeof(ModelRules), typeof(RelationshipRules), typeof(ExpressionRules) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).ToDictionary(method => method.Name, StringComparer.Ordinal);

    /// <summary>Rule, file, what is there, what is planted in its place, what the rule says.</summary>
    private static readonly (string Rule, string File, string From, string To, string Says)[] Planted =
    [
        (nameof(ModelRules.Lines_are_indented_with_tabs_and_end_without_blanks), "tables/Tenant.tmdl", "dataType: int64", "dataType: int64 ", "tables/Tenant.tmdl:7 has a blank"),
        (nameof(ModelRules.Properties_are_known), "tables/Tenant.tmdl", "summarizeBy: none", "summariseBy: none", "no property summariseBy"),
        (nameof(ModelRules.Tables_and_roles_are_listed_in_the_model_and_the_other_way_round), "model.tmdl", "ref table Tenant\n", "", "no 'ref table Tenant'"),
        (nameof(ModelRules.Tables_and_roles_are_listed_in_the_model_and_the_other_way_round), "model.tmdl", "ref table Tenant\n", "ref table Tenant\nref table Lessee\n", "'ref table Lessee' to nothing"),
        (nameof(ModelRules.A_table_is_a_file_of_its_name_with_one_partition), "tables/Tenant.tmdl", "table Tenant", "table Lessee", "not the file of Lessee"),
        (nameof(ModelRules.A_table_is_a_file_of_its_name_with_one_partition), "tables/Tenant.tmdl", "mode: import", "mode: directQuery", "not an import"),
        (nameof(ModelRules.Columns_have_an_allowed_type), "tables/Tenant.tmdl", "dataType: double", "dataType: float", "has the type float"),
        (nameof(ModelRules.Names_are_unique), "tables/Device event.tmdl", "measure Enrolments", "measure Coverage", "'Coverage' is there twice among measures"),
        (nameof(ModelRules.Names_are_unique), "tables/Tenant.tmdl", "column Target", "column Tenant", "twice among members of Tenant"),
        (nameof(ModelRules.Names_are_for_people), "tables/Tenant.tmdl", "column Target", "column coverage_target", "no name for people"),
        (nameof(ModelRules.Everything_has_a_description), "tables/Tenant.tmdl", "\t/// The tenant.\n", "", "has no sentence"),
        (nameof(ModelRules.Measures_have_a_folder_and_a_format), "tables/Published day.tmdl", "displayFolder: Freshness", "isHidden", "lacks a display folder"),
        (nameof(ModelRules.Numbers_and_days_have_a_format), "tables/Tenant.tmdl", "\t\tformatString: 0.0%\n", "", "has no format"),
        (nameof(ModelRules.Keys_codes_and_orders_are_hidden), "tables/Tenant.tmdl", "\t\tisHidden\n", "", "is shown"),
        (nameof(ModelRules.Nothing_is_summed_unasked), "tables/Tenant.tmdl", "summarizeBy: none", "summarizeBy: sum", "summed by itself"),
        (nameof(ModelRules.Nothing_is_summed_unasked), "model.tmdl", "\tdiscourageImplicitMeasures\n", "", "implicit measures"),
        (nameof(ModelRules.Columns_sort_by_and_hierarchies_use_columns_of_their_table), "tables/Scope.tmdl", "sortByColumn: 'Scope order'", "sortByColumn: Order", "uses Order"),
        (nameof(ModelRules.Columns_sort_by_and_hierarchies_use_columns_of_their_table), "tables/Date.tmdl", "column: Quarter", "column: Term", "uses Term"),
        (nameof(ModelRules.Labels_are_sorted_by_their_order), "tables/Scope.tmdl", "\t\tsortByColumn: 'Scope order'\n", "", "not sorted"),
        (nameof(ModelRules.There_is_one_date_table), "tables/Date.tmdl", "\tdataCategory: Time\n", "", "0 tables are marked"),
        (nameof(ModelRules.There_is_one_date_table), "tables/Date.tmdl", "\t\tisKey\n", "", "not one key"),
        (nameof(RelationshipRules.Ends_exist_and_agree), "relationships.tmdl", "toColumn: Platform.'Platform key'", "toColumn: Platform.Key", "which is nothing"),
        (nameof(RelationshipRules.Ends_exist_and_agree), "relationships.tmdl", "toColumn: Platform.'Platform key'", "toColumn: Platform.Platform", "joins int64 and string"),
        (nameof(RelationshipRules.Filters_reach_a_table_on_one_way_only), "relationships.tmdl", "\tisActive: false\n", "", "active ways"),
        (nameof(RelationshipRules.Every_key_of_a_fact_has_its_dimension), "relationships.tmdl", "fromColumn: 'Device snapshot'.'Scope key'", "fromColumn: 'Device snapshot'.'Platform key'", "Device snapshot[Scope key] is related to nothing"),
        (nameof(RelationshipRules.A_role_filters_every_table_of_a_tenant), "roles/Own tenants.tmdl", "tablePermission Device ", "tablePermission Platform ", "leaves Device open"),
        (nameof(RelationshipRules.A_role_filters_every_table_of_a_tenant), "roles/Own tenants.tmdl", "tablePermission Tenant ", "tablePermission Platform ", "leaves Device snapshot open"),
        (nameof(ExpressionRules.Brackets_and_quotes_are_balanced), "tables/Device snapshot.tmdl", "DIVIDE ( [Enrolled devices], [Devices] )", "DIVIDE ( [Enrolled devices], [Devices]", "is not closed"),
        (nameof(ExpressionRules.Brackets_and_quotes_are_balanced), "tables/Tenant.tmdl", "Item=\"dim_tenant\"", "Item=\"dim_tenant", "a quote"),
        (nameof(ExpressionRules.Dax_refers_to_what_is_there), "tables/Device snapshot.tmdl", "DIVIDE ( [Enrolled devices], [Devices] )", "DIVIDE ( [Enrolled], [Devices] )", "refers to [Enrolled]"),
        (nameof(ExpressionRules.Dax_refers_to_what_is_there), "tables/Run.tmdl", "SUM ( Run[Rows read] )", "SUM ( Runs[Rows read] )", "refers to Runs[Rows read]"),
        (nameof(ExpressionRules.Dax_refers_to_what_is_there), "tables/Device event.tmdl", "COUNTROWS ( 'Device event' )", "COUNTROWS ( 'Device events' )", "which is no table"),
        (nameof(ExpressionRules.What_a_blank_equals_is_compared_strictly), "tables/Quality check.tmdl", "== FALSE ()", "= FALSE ()", "write == for ="),
        (nameof(ExpressionRules.Sources_select_the_columns_of_their_table), "tables/Tenant.tmdl", "{\"tenant_key\", ", "{\"key\", ", "does not select tenant_key"),
        (nameof(ExpressionRules.Sources_select_the_columns_of_their_table), "tables/Tenant.tmdl", "Schema=\"report\"", "Schema=\"dim\"", "does not read schema report"),
        (nameof(ExpressionRules.Snapshots_are_refreshed_by_range), "expressions.tmdl", "expression RangeEnd", "expression RangeStop", "no parameter RangeEnd"),
        (nameof(ExpressionRules.Snapshots_are_refreshed_by_range), "tables/Device snapshot.tmdl", "< DateKey(RangeEnd)", "<= DateKey(RangeEnd)", "is not read by"),
    ];

    public static TheoryData<string> Rules { get; } = [.. All.Keys];

    public static TheoryData<string> Faults { get; } = [.. Planted.Select(Named)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_model_keeps_to_the_rule(string rule) => Check(rule, Project.Model).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_found(string fault)
    {
        var (rule, file, from, to, says) = Planted.Single(planted => Named(planted) == fault);

        var faults = Check(rule, Project.Model.With(file, from, to));

        faults.ShouldContain(sentence => sentence.Contains(says, StringComparison.Ordinal), $"{rule} says: {string.Join("; ", faults)}");
    }

    [Fact]
    public void Every_rule_has_a_planted_fault() => Planted.Select(fault => fault.Rule).Distinct().ShouldBe(All.Keys, ignoreOrder: true);

    [Fact]
    public void A_file_that_is_missing_is_missed() =>
        Check(nameof(ModelRules.Tables_and_roles_are_listed_in_the_model_and_the_other_way_round), Project.Model.Without("tables/Tenant.tmdl"))
            .ShouldContain("model.tmdl has a 'ref table Tenant' to nothing");

    [Theory]
    [InlineData("table A\n\t\t\tlineageTag: x\n", "a.tmdl:2 stands deeper")]
    [InlineData("table A\n\tlineageTag: x\n\tlineageTag: y\n", "a.tmdl:3 gives lineageTag twice")]
    [InlineData("tabel A\n", "a.tmdl:1 is neither")]
    [InlineData("table A\n\tmeasure B =\n\tcolumn C\n", "a.tmdl:3 has an equals sign before it")]
    public void What_is_no_tmdl_is_refused_with_its_place(string text, string says) =>
        Should.Throw<FormatException>(() => TmdlParser.Parse("a.tmdl", text)).Message.ShouldStartWith(says);

    private static string Named((string Rule, string File, string From, string To, string Says) planted) => $"{planted.Rule}: {planted.Says}";

    private static List<string> Check(string rule, SemanticModel model) => [.. (IEnumerable<string>)All[rule].Invoke(obj: null, [model])!];
}
