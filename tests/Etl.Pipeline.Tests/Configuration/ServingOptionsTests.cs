using Etl.Model.Values;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Tests.Configuration;

public sealed class ServingOptionsTests
{
    [Fact]
    public void A_schedule_tells_all_its_faults_with_their_keys()
    {
        var schedule = new ScheduleOptions
        {
            Run = "every morning",
            Tenants = new Dictionary<string, string> { ["nobody"] = "0 0 7 * * ?", ["contoso"] = "61 0 0 * * ?" },
            Export = [new ExportScheduleOptions { Dataset = "laptops", Cron = "off" }, new ExportScheduleOptions { Dataset = "devices" }],
            ShutdownSeconds = -1,
        };

        schedule.Validate(["contoso"]).Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]).ShouldBe(
            ["Run", "Tenants:nobody", "Tenants:contoso", "Export:0:Dataset", "Export:1:Cron", "ShutdownSeconds"]);
    }

    [Fact]
    public void A_tenant_may_have_a_time_of_its_own_or_none()
    {
        var schedule = new ScheduleOptions
        {
            Tenants = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Contoso"] = "0 30 5 * * ?", ["fabrikam"] = "OFF" },
        };

        schedule.Validate(["contoso", "fabrikam", "adatum"]).ShouldBeEmpty();
        schedule.CronOf("contoso").ShouldBe("0 30 5 * * ?");
        schedule.CronOf("adatum").ShouldBe(schedule.Run);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost:80", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://0.0.0.0:8080", false)]
    [InlineData("http://*:8080", false)]
    [InlineData("http://192.168.1.4:8080", false)]
    [InlineData("https://etl.contoso.example", false)]
    public void A_dashboard_that_others_can_reach_asks_who_comes(string url, bool isFine)
    {
        new DashboardOptions { Url = url }.Validate().Any().ShouldBe(!isFine);
        if (url.Contains('*', StringComparison.Ordinal)) return;
        new DashboardOptions { Url = url, ApiKey = new Secret("0123456789abcdef") }.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void A_webhook_needs_an_address_and_a_body_of_json()
    {
        var alerts = new AlertOptions { Webhooks = [new WebhookOptions { Url = new Secret("ftp://x"), Template = "{message}" }, new WebhookOptions()] };

        alerts.Validate().ShouldBe(
        [
            "Webhooks:0:Url: is no http or https address.", "Webhooks:0:Template: is not JSON.",
            "Webhooks:1:Url: is missing; set it in the environment or in a secret file.",
        ]);
    }
}
