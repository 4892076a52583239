using System.Reflection;
using System.Text.Json;
using Etl.PowerBI.Tests.Rules;

namespace Etl.PowerBI.Tests;

/// <summary>The report keeps to every rule, and every rule finds the fault that it is for.</summary>
public sealed class ReportTests
{
    private const string Page = "Enrolment.Report/definition/pages/devices/page.json";

    private static readonly Dictionary<string, MethodInfo> All = typeof(ReportRules).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(IEnumerable<string>)).ToDictionary(method => method.Name, StringComparer.Ordinal);

    private static readonly string Trend = Project.Report.VisualFile("overview", "Coverage and its target, day by day");

    private static readonly (string Rule, string File, string From, string To, string Says)[] Planted =
    [
        (nameof(ReportRules.Files_name_their_schema), Page, "https://developer.microsoft.com/", "https://example.com/", "names no schema"),
        (nameof(ReportRules.Pages_are_in_the_order_of_pages), "Enrolment.Report/definition/pages/pages.json", "\"gaps\"", "\"holes\"", "lists holes"),
        (nameof(ReportRules.Names_are_those_of_the_folders), Page, "\"name\": \"devices\"", "\"name\": \"device\"", "another name than its folder"),
        (nameof(ReportRules.Fields_are_in_the_model), Trend, "\"Property\": \"Coverage\"", "\"Property\": \"Cover\"", "measure Device snapshot[Cover]"),
        (nameof(ReportRules.Fields_are_in_the_model), Trend, "\"Entity\": \"Date\"", "\"Entity\": \"Day\"", "column Day[Date]"),
        (nameof(ReportRules.Fields_are_not_hidden), Trend, "\"Property\": \"Date\"", "\"Property\": \"Date key\"", "Date[Date key], which is hidden"),
        (nameof(ReportRules.Projections_are_called_as_their_field), Trend, "\"queryRef\": \"Date.Date\"", "\"queryRef\": \"Date.Day\"", "calls Date.Date Date.Day"),
        (nameof(ReportRules.Visuals_sort_by_what_they_show), Trend, SortBy("Date"), SortBy("Tenant"), "sorts by what it does not show"),
        (nameof(ReportRules.Visuals_have_a_title_and_an_alternative_text), Trend, "altText", "altTexts", "no alternative text"),
        (nameof(ReportRules.Visuals_have_a_title_and_an_alternative_text), Trend, "'Coverage and its target, day by day'", "''", "no title"),
        (nameof(ReportRules.Visuals_are_on_the_page_and_do_not_overlap), Trend, "\"width\": 800", "\"width\": 820", "overlaps"),
        (nameof(ReportRules.Visuals_are_on_the_page_and_do_not_overlap), Trend, "\"x\": 24", "\"x\": -1", "not on the page"),
        (nameof(ReportRules.Drill_through_is_bound_to_filters_of_the_page), Page, "\"boundFilter\": \"", "\"boundFilter\": \"x", "binds"),
        (nameof(ReportRules.Drill_through_is_bound_to_filters_of_the_page), Page, "\"type\": \"Drillthrough\",\n  \"pageBinding\"", "\"type\": \"Tooltip\",\n  \"pageBinding\"", "no page is reached"),
        (nameof(ReportRules.The_theme_is_there), "Enrolment.Report/definition/report.json", "\"path\": \"Enrolment.json\"", "\"path\": \"Theme.json\"", "is no theme"),
    ];

    public static TheoryData<string> Rules { get; } = [.. All.Keys];

    public static TheoryData<string> Faults { get; } = [.. Planted.Select(Named)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_report_keeps_to_the_rule(string rule) => Check(rule, Project.Report).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_found(string fault)
    {
        var (rule, file, from, to, says) = Planted.Single(planted => Named(planted) == fault);

        var faults = Check(rule, Project.Report.With(file, from, to));

        faults.ShouldContain(sentence => sentence.Contains(says, StringComparison.Ordinal), $"{rule} says: {string.Join("; ", faults)}");
    }

    [Fact]
    public void Every_rule_has_a_planted_fault() => Planted.Select(fault => fault.Rule).Distinct().ShouldBe(All.Keys, ignoreOrder: true);

    [Fact]
    public void What_is_no_json_is_refused() => Should.Throw<JsonException>(() => Project.Report.With(Page, "{", "["));

    [Fact]
    public void A_page_that_is_missing_is_missed() =>
        Check(nameof(ReportRules.Pages_are_in_the_order_of_pages), Project.Report.Without(Page)).ShouldHaveSingleItem().ShouldContain("lists devices");

    private static string SortBy(string table) =>
        $$"""
        "sort": [
                  {
                    "field": {
                      "Column": {
                        "Expression": {
                          "SourceRef": {
                            "Entity": "{{table}}"
        """;

    private static string Named((string Rule, string File, string From, string To, string Says) planted) => $"{planted.Rule}: {planted.Says}";

    private static List<string> Check(string rule, ReportFiles report) => [.. (IEnumerable<string>)All[rule].Invoke(obj: null, [report, Project.Model])!];
}
