using System.Text.Json;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>Numbers that look wrong are not published, and it is said why.</summary>
public sealed class GateTests(SimulatedDays days)
{
    private static readonly GraphServerOptions EndsEarly = new() { Faults = FaultProfile.SilentEnd };

    [Fact]
    public async Task A_list_that_ends_early_holds_the_run_until_the_operator_accepts_it()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday, EndsEarly);
        using var workplace = days.OnTuesday(graph.BaseUrl);

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Held,
            "held by Shrink (Entra): expected at least", "held by Shrink (Intune)", "held by CountGap (Intune)",
            "nothing was published", "etl run --tenant \"contoso\" --accept-shrink");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
        var runs = (await workplace.EtlAsync("runs", "--json")).ShouldEndWith(EtlResult.Done).Output;
        var held = JsonDocument.Parse(runs).RootElement[0];
        held.GetProperty("state").GetString().ShouldBe("Held");
        held.GetProperty("error").GetString()!.ShouldContain("Shrink Entra");
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Quality))
            .ShouldContain(row => row["code"] == "Shrink" && row["subject"] == "Entra" && row["passed"] == "false");

        var accepted = (await workplace.RunAsync(days.Tuesday, "--accept-shrink")).ShouldEndWith(EtlResult.Done);

        accepted.Error.ShouldContain("published because of --accept-shrink");
        var published = await workplace.PublishedAsync();
        published.Coverage.StartsWith(days.OfMonday.Coverage, StringComparison.Ordinal).ShouldBeTrue();
        Csv.Rows(published.Devices).ShouldContain(row => row["snapshot_date"] == "2026-10-25");
    }

    [Fact]
    public async Task Every_gate_but_shrink_holds_the_first_run_of_a_tenant_too()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        await using var endsEarly = await SimulatedDays.ServeAsync(days.Monday, EndsEarly);
        using var workplace = days.Empty(endsEarly.BaseUrl, days.Monday);
        var lines = File.ReadLines(workplace.AdFile).ToList();
        File.WriteAllLines(workplace.PathOf("empty.csv"), lines.Take(1));
        File.WriteAllLines(workplace.PathOf("rejects.csv"), lines.Concat(Enumerable.Range(0, 10).Select(number => $"no-guid-{number}")));
        File.WriteAllLines(workplace.PathOf("old.csv"), lines);
        File.SetLastWriteTimeUtc(workplace.PathOf("old.csv"), days.Monday.SnapshotInstant.UtcDateTime.AddHours(-25));
        workplace.AddTenant("empty", graph.BaseUrl, "empty.csv");
        workplace.AddTenant("rejects", graph.BaseUrl, "rejects.csv");
        workplace.AddTenant("old", graph.BaseUrl, "old.csv")["ActiveDirectory"]!["MaxAgeHours"] = 24;

        var run = (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Held);

        run.ErrorOf(Workplace.Tenant).ShouldContain("held by CountGap (Intune)");
        run.ErrorOf("empty").ShouldContain("held by EmptySource (ActiveDirectory)");
        run.ErrorOf("rejects").ShouldContain("held by RejectedShare (ActiveDirectory)");
        run.ErrorOf("old").ShouldContain("held by FileAge (ActiveDirectory): expected at most 24 h old, found 25 h old.");
        run.Error.ShouldNotContain("Shrink (");
        (await workplace.PublishedAsync()).ShouldBe(Published.Nothing);
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Rejects))
            .Count(row => row["raw"].StartsWith("no-guid-", StringComparison.Ordinal)).ShouldBe(10);

        var accepted = await workplace.RunAsync(days.Monday, "--accept-shrink");

        accepted.ShouldRefuse(
            EtlResult.Held, "empty: held by EmptySource", "empty: nothing was published. An empty source is never a fact");
        (await workplace.PublishedAsync()).Only("old").ShouldBe(days.OfMonday.Of("old"));
    }
}
