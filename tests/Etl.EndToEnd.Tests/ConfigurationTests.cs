using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>Wrong arguments and configuration: nothing is tried, and every fault is told at once.</summary>
public sealed class ConfigurationTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/v1.0");

    [Theory]
    [InlineData("run --as-of 02/03/2026", "'02/03/2026' is not an instant")]
    [InlineData("run --tenant nobody", "There is no tenant 'nobody'; the configuration has contoso.")]
    [InlineData("export laptops", "There is no dataset 'laptops'; there are devices, coverage, trend, gaps, events, time-to-enroll, runs, rejects, quality.")]
    [InlineData("export devices --date 02/03/2026", "'02/03/2026' is not a date of the form yyyy-MM-dd.")]
    public async Task A_wrong_argument_is_told_with_what_is_right(string arguments, string sentence)
    {
        using var workplace = Workplace.For(Nowhere);

        var result = (await workplace.EtlAsync(arguments.Split(' '))).ShouldRefuse(EtlResult.WrongConfiguration, sentence);

        result.Output.ShouldBeEmpty();
        Directory.GetFiles(workplace.Folder).Select(Path.GetFileName).ShouldBe(["settings.json"]);
    }

    [Fact]
    public async Task Every_fault_of_the_configuration_is_told_at_once_and_no_secret_of_it()
    {
        const string secret = "s3cr3t-of-contoso";
        using var workplace = Workplace.For(Nowhere);
        workplace.TenantSettings["Graph"]!["BaseUrl"] = "http://graph.contoso.example/v1.0";
        workplace.TenantSettings["Graph"]!["ClientSecret"] = secret;
        workplace.Settings["Rules"] = new JsonObject { ["StaleAfterDays"] = 7 };
        workplace.Settings["Warehouse"]!["ConectionString"] = "Data Source=typing-error.duckdb";
        workplace.Environment["ETL_Quality__MaxShrinkPercent"] = "a fifth";

        var run = (await workplace.EtlAsync("run")).ShouldRefuse(EtlResult.WrongConfiguration,
            "Tenants:0:Graph:BaseUrl: plain http",
            "Tenants:0:Graph:ClientSecret: a secret stands in", "ETL_Tenants__0__Graph__ClientSecret",
            "Rules:StaleAfterDays", "Warehouse:ConectionString: no such key", "Quality:MaxShrinkPercent: 'a fifth' is not a number");

        (run.Error + run.Output).ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_configuration_that_is_no_json_is_refused_with_the_place()
    {
        using var workplace = Workplace.For(Nowhere);
        File.WriteAllText(workplace.PathOf("broken.json"), "{ \"Tenants\": [ }");

        (await workplace.ShellAsync("\"$1\" \"$2\" run --config broken.json", "run"))
            .ShouldRefuse(EtlResult.WrongConfiguration, "broken.json is not a JSON file that can be read", "LineNumber: 0");
    }
}
