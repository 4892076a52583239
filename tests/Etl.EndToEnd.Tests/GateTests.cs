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

        var held = await workplace.RunAsync(days.Tuesday);

        held.ShouldRefuse(EtlResult.Held, "held by Shrink (Entra): expected at least", "held by Shrink (Intune)", "held by CountGap (Intune)",
            "nothing was published", "etl run --tenant \"contoso\" --accept-shrink");
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
        var journal = JsonDocument.Parse((await workplace.EtlAsync("runs", "--json")).ShouldEndWith(EtlResult.Done).Output).RootElement;
        journal[0].GetProperty("state").GetString().ShouldBe("Held");
        journal[0].GetProperty("error").GetString()!.ShouldContain("Shrink Entra");
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Quality)).ShouldContain(row => row["code"] == "Shrink" && row["subject"] == "Entra" && row["passed"] == "false");

        var accepted = (await workplace.RunAsync(days.Tuesday, "--accept-shrink")).ShouldEndWith(EtlResult.Done);

        accepted.Error.ShouldContain("published because of --accept-shrink");
        var published = await workplace.PublishedAsync();
        var monday = Csv.Rows(days.OfMonday.Devices);
        Csv.Rows(published.Devices).Count(row => row["snapshot_date"] == "2026-10-24").ShouldBe(monday.Count);
        Csv.Rows(published.Devices).ShouldContain(row => row["snapshot_date"] == "2026-10-25");
    }

    [Fact]
    public async Task The_first_run_has_nothing_to_shrink_from_but_a_count_to_be_held_to()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday, EndsEarly);
        using var workplace = days.Empty(graph.BaseUrl, days.Monday);

        var run = await workplace.RunAsync(days.Monday);

        run.ShouldRefuse(EtlResult.Held, "held by CountGap (Intune)");
        run.Error.ShouldNotContain("Shrink (");
    }

    [Fact]
    public async Task An_empty_source_is_held_whatever_the_operator_accepts()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        File.WriteAllLines(workplace.AdFile, File.ReadLines(workplace.AdFile).Take(1).ToList());

        var run = await workplace.RunAsync(days.Tuesday, "--accept-shrink");

        run.ShouldRefuse(EtlResult.Held, "held by EmptySource (ActiveDirectory)", "An empty source is never a fact");
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task An_old_ad_file_holds_the_run()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.TenantSettings["ActiveDirectory"]!["MaxAgeHours"] = 24;
        File.SetLastWriteTimeUtc(workplace.AdFile, days.Tuesday.SnapshotInstant.UtcDateTime.AddHours(-25));

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Held, "held by FileAge (ActiveDirectory): expected at most 24 h old, found 25 h old.");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
        (await workplace.RunAsync(days.Tuesday, "--accept-shrink")).ShouldEndWith(EtlResult.Done);
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    [Fact]
    public async Task Too_many_unusable_records_hold_the_run()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        File.AppendAllLines(workplace.AdFile, Enumerable.Range(0, 10).Select(number => $"no-guid-{number}"));

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Held, "held by RejectedShare (ActiveDirectory)");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Rejects)).Count(row => row["raw"].StartsWith("no-guid-", StringComparison.Ordinal)).ShouldBe(10);
    }
}
