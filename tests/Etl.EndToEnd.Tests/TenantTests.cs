using System.Text.Json;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;

namespace Etl.EndToEnd.Tests;

/// <summary>Several tenants in one warehouse.</summary>
public sealed class TenantTests(SimulatedDays days)
{
    [Fact]
    public async Task A_tenant_that_fails_or_is_held_does_not_stop_the_others_and_failed_outweighs_held()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);
        File.WriteAllText(workplace.PathOf("empty.csv"), "ObjectGUID,Name\n");
        workplace.AddTenant("held", graph.BaseUrl, "empty.csv");
        workplace.AddTenant("failed", graph.BaseUrl, token: "expired");
        workplace.AddTenant("fabrikam", graph.BaseUrl);

        var run = (await workplace.RunAsync(days.Monday)).ShouldRefuse(EtlResult.Failed, "held: held by EmptySource", "failed: ", "401");

        run.Output.ShouldStartWith("contoso 2026-10-24: published. ");
        run.Output.ShouldContain("fabrikam 2026-10-24: published. ");
        var published = await workplace.PublishedAsync();
        published.Only("contoso").ShouldBe(days.OfMonday);
        published.Only("fabrikam").ShouldBe(days.OfMonday.Of("fabrikam"));
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).Select(row => $"{row["tenant"]} {row["state"]}").Distinct()
            .ShouldBe(["contoso Published", "fabrikam Published", "failed Failed", "held Held"], ignoreOrder: true);

        var held = await workplace.RunAsync(days.Monday, "--tenant", "HELD", "--json");

        held.ShouldEndWith(EtlResult.Held);
        var result = JsonDocument.Parse(held.Output).RootElement[0].GetProperty("run");
        result.GetProperty("tenant").GetString().ShouldBe("held");
        result.GetProperty("quality").EnumerateArray()
            .ShouldContain(check => check.GetProperty("code").GetString() == "EmptySource" && !check.GetProperty("passed").GetBoolean());
    }
}
