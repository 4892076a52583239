using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;
using Etl.Simulator;

namespace Etl.EndToEnd.Tests;

/// <summary>Many look at the dashboard while a run publishes. <c>ETL_LOAD_DEVICES</c> makes the tenant larger.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int InFlight = 200;
    private const string Csv = "/export/coverage.csv";
    private const string Key = "0123456789abcdef-key";

    private static readonly int Devices =
        int.Parse(Environment.GetEnvironmentVariable("ETL_LOAD_DEVICES") ?? "300", NumberStyles.None, CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_of_two_hundred_requests_in_flight_gets_the_whole_of_the_old_day_or_of_the_new()
    {
        var tenant = new SimulatedTenant(new SimulatorOptions { Devices = Devices });
        await using var graph = await SimulatedDays.ServeAsync(tenant.Day(0), new GraphServerOptions { CachePages = true });
        using var place = Workplace.For(graph.BaseUrl);
        await GiveAsync(place, graph, tenant.Day(0));
        (await place.RunAsync(tenant.Day(0))).ShouldEndWith(EtlResult.Done);
        await GiveAsync(place, graph, tenant.Day(1));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        place.Environment["ETL_Dashboard__ApiKey"] = Key;
        using var published = Moment.OfLine(": Published for");
        using var serve = await ServeProcess.StartAsync(place, published.Told);
        serve.Http.DefaultRequestHeaders.Add("X-Api-Key", Key);

        var paths = await PathsAsync(serve);
        var before = await AllAsync(serve, paths);
        var load = new Load(serve, before);
        (await serve.Http.PostAsync(new Uri("/api/runs", UriKind.Relative), content: null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(number => load.BrowseAsync(number, published.Come)));
        var after = await AllAsync(serve, paths);

        output.WriteLine(load.Summary(Devices));
        load.Refused.ShouldBeEmpty();
        foreach (var path in paths)
        {
            after[path].ShouldNotBe(before[path], path);
            load.Seen(path).Except([before[path], after[path]]).ShouldBeEmpty(path);
        }
    }

    private static async Task GiveAsync(Workplace place, GraphServer graph, SimulatedDay day)
    {
        graph.Serve(day);
        await AdExport.WriteAsync(day, place.AdFile, AdExportFormat.PowerShell7, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(ServeProcess serve)
    {
        var devices = await serve.Http.GetStringAsync(new Uri("/devices", UriKind.Relative), TestContext.Current.CancellationToken);
        var start = devices.IndexOf("/device/", StringComparison.Ordinal);
        return
        [
            "/", "/matrix", "/gaps", "/methods", "/devices", "/devices?platform=Windows&state=NotEnrolled", "/devices?q=lt-0001",
            devices[start..devices.IndexOf('"', start)], Csv,
        ];
    }

    private static async Task<Dictionary<string, string>> AllAsync(ServeProcess serve, IEnumerable<string> paths)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths) all[path] = await serve.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return all;
    }

    /// <summary>What the many were answered.</summary>
    private sealed class Load(ServeProcess serve, IReadOnlyDictionary<string, string> before)
    {
        private readonly string[] _pages = [.. before.Keys.Where(path => path != Csv)];
        private readonly ConcurrentDictionary<(string Path, string Answer), int> _seen = new();
        private readonly ConcurrentBag<double> _milliseconds = [];

        public ConcurrentBag<string> Refused { get; } = [];

        public IEnumerable<string> Seen(string path) => _seen.Keys.Where(seen => seen.Path == path).Select(seen => seen.Answer);

        /// <summary>Goes from page to page, or loads the same file down, until the new day is published and seen.</summary>
        public async Task BrowseAsync(int number, Task published)
        {
            var loadsDown = number == 0;
            for (var isNew = false; !isNew; number++)
            {
                var path = loadsDown ? Csv : _pages[number % _pages.Length];
                var isPublished = published.IsCompleted;
                var started = Stopwatch.GetTimestamp();
                using var answer = await serve.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK) Refused.Add($"{path}: {(int)answer.StatusCode} {text}");
                _seen.TryAdd((path, text), 0);
                isNew = isPublished && text != before[path];
            }
        }

        public string Summary(int devices)
        {
            var times = _milliseconds.Order().ToList();
            return string.Create(CultureInfo.InvariantCulture,
                $"{devices} devices, {times.Count} requests, {InFlight} in flight: median {times[times.Count / 2]:0} ms, p99 {times[times.Count * 99 / 100]:0} ms, longest {times[^1]:0} ms");
        }
    }
}
