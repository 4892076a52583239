using System.Text.Json;
using Etl.Dashboard.Data;
using Etl.Warehouse;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>What the pages are answered to everything they ask, as text. What a run has of its own aside.</summary>
internal static class DashboardAnswers
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    private static readonly Filter[] Narrowed =
    [
        new(),
        new() { Page = 2 },
        new() { JoinType = "EntraJoined", Platform = "Windows", State = "Enrolled" },
        new() { Gap = "Stale", Ownership = "Company" },
        new() { Coverage = CoverageGroup.Of("NotCovered") },
        new() { Coverage = CoverageGroup.Of("OutOfScope"), Platform = "Windows" },
        new() { Search = "PC-1" },
        new() { Search = "[a-c]" },
        new() { Search = "%_!" },
    ];

    public static async Task<IReadOnlyList<string>> OfAsync(WarehouseOptions options)
    {
        using var reports = new DashboardReports(WarehouseFactory.Create(options, TimeProvider.System), TimeProvider.System);
        var view = (await reports.ViewAsync(new Filter())).ShouldNotBeNull();
        List<string> answers = [Text(view.Days), .. Sorted(view.Members), .. Sorted(await reports.CountsAsync(view)), .. Sorted(await reports.KeptCountsAsync(view))];
        foreach (var filter in Narrowed)
        {
            var devices = await reports.DevicesAsync(view, filter);
            answers.Add(Text(devices));
            answers.Add(Text(await reports.TrendAsync(view, filter)));
            if (devices.Devices is not [var first, ..]) continue;
            answers.Add(Text(await reports.DeviceAsync(view, first.DeviceId)));
            answers.Add(Text(await reports.EventsAsync(view, first.DeviceId)));
        }

        answers.AddRange((await reports.RunsAsync(view.Edition, Workplace.Tenant))
            .Select(run => Text(run with { RunId = Guid.Empty, StartedUtc = default, EndedUtc = null })));
        answers.AddRange((await reports.SourcesAsync(view.Edition)).Select(source => Text((source.Source, source.RowsRead, source.MatchRate))));
        return answers;
    }

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> rows) => rows.Select(Text).Order(StringComparer.Ordinal);

    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer, Options);
}
