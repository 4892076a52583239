using Etl.EndToEnd.Tests.Running;
using Etl.Export;

namespace Etl.EndToEnd.Tests;

/// <summary>Days rebuilt from the archive.</summary>
public sealed class ReplayTests(SimulatedDays days)
{
    [Fact]
    public async Task Days_are_rebuilt_as_they_were_from_any_day_on_and_even_without_a_warehouse()
    {
        using var workplace = await PublishBothAsync();
        var events = await workplace.ReadAsync(ExportDataset.Events);

        (await workplace.EtlAsync("replay", "--from", "2026-10-25")).ShouldEndWith(EtlResult.Done).Output.ShouldContain("1 day rebuilt");
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);

        File.Delete(workplace.WarehouseFile);
        (await workplace.EtlAsync("replay", "--from", "2026-01-01")).ShouldEndWith(EtlResult.Done).Output.ShouldContain("2 days rebuilt");

        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
        Csv.ShouldBeSame(await workplace.ReadAsync(ExportDataset.Events), events);
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).ShouldAllBe(run => run["state"] == "Published");
    }

    [Fact]
    public async Task A_damaged_archive_is_named_before_anything_is_taken_away_and_the_day_after_it_can_be_rebuilt()
    {
        using var workplace = await PublishBothAsync();
        var page = Directory.GetFiles(Path.Combine(workplace.ArchiveFolder, "contoso", "2026-10-24"), "intune-*", SearchOption.AllDirectories)[0];
        await File.WriteAllTextAsync(page, "not what it was", TestContext.Current.CancellationToken);

        var replay = await workplace.EtlAsync("replay", "--from", "2026-10-24");

        replay.ShouldRefuse(EtlResult.Failed, "2026-10-24", Path.GetFileName(page), "Nothing was taken away");
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
        (await workplace.EtlAsync("replay", "--from", "2026-10-25")).ShouldEndWith(EtlResult.Done);
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_rebuild_or_no_archive_it_says_so()
    {
        using var workplace = await PublishBothAsync();

        (await workplace.EtlAsync("replay", "--from", "2027-01-01")).ShouldRefuse(EtlResult.Failed, "nothing to replay");
        Directory.Delete(Path.Combine(workplace.ArchiveFolder, "contoso", "2026-10-25"), recursive: true);
        (await workplace.EtlAsync("replay", "--from", "2026-10-24")).ShouldRefuse(EtlResult.Failed, "2026-10-25", "no archive");
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    private async Task<Workplace> PublishBothAsync()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        var workplace = days.Empty(graph.BaseUrl, days.Monday);
        (await workplace.RunAsync(days.Monday)).ShouldEndWith(EtlResult.Done);
        graph.Serve(days.Tuesday);
        days.GiveAdExport(workplace, days.Tuesday);
        (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);
        return workplace;
    }
}
