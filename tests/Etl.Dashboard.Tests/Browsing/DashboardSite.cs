using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline;
using Etl.Pipeline.Configuration;
using Etl.Simulator;
using Etl.Transform;
using Etl.Warehouse;
using Microsoft.Playwright;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

[assembly: AssemblyFixture(typeof(Etl.Dashboard.Tests.Browsing.DashboardSite))]

namespace Etl.Dashboard.Tests.Browsing;

/// <summary>
/// The dashboard of <c>etl serve</c> on some days of a month of two simulated tenants, and a browser to look at it; made once for all
/// tests.
/// </summary>
public sealed class DashboardSite : IAsyncLifetime
{
    public const string Tenant = Workplace.Tenant;
    public const string OtherTenant = "fabrikam";
    public const double Target = 0.95;

    public static readonly DateOnly LastDay = new(2026, 11, 22);

    private const int Days = 30;
    private static readonly GraphServerOptions Graph = new();

    private IReadOnlyList<Row> _devices = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServeProcess? _serve;

    internal Workplace Place { get; } = Workplace.For(new Uri("http://127.0.0.1:9/v1.0"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null) return;
        await PublishAsync(Tenant, devices: 300, [0, 7, 15, 22, Days - 1]);
        await PublishAsync(OtherTenant, devices: 60, [0, Days - 1]);
        _devices = await ExportAsync(ExportDataset.Devices, LastDay);
        Events = await ExportAsync(ExportDataset.Events, DateOnly.MinValue);
        Place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        Place.Settings["Rules"] = new JsonObject { ["CoverageTarget"] = Target };
        _serve = await ServeProcess.StartAsync(Place);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = ["--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _serve?.Dispose();
        Place.Dispose();
    }

    /// <summary>A tab of a browser without history or cookies, on another dashboard where one is given. Where there is no browser, the test is skipped.</summary>
    internal Task<Tab> OpenAsync(int width = 1280, int height = 900, bool isDark = false, Uri? address = null)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        return Tab.OpenAsync(_browser, address ?? _serve!.Http.BaseAddress!, width, height, isDark);
    }

    /// <summary>A tenant's devices of the last day, as they are exported.</summary>
    internal IReadOnlyList<Row> Devices(string tenant = Tenant) => [.. _devices.Where(device => device["tenant"] == tenant)];

    /// <summary>What happened to the tenant's devices in all the days.</summary>
    internal IReadOnlyList<Row> Events { get; private set; } = [];

    // With names as they are: the apostrophe before a formula is for spreadsheets.
    private async Task<IReadOnlyList<Row>> ExportAsync(ExportDataset dataset, DateOnly from)
    {
        var file = Place.PathOf($"{dataset}.csv");
        await new DatasetExporter(WarehouseFactory.Create(Place.Store, TimeProvider.System)).ExportAsync(
            new ExportRequest { Dataset = dataset, Path = file, From = from, To = LastDay, Escape = false }, Cancellation);
        return Csv.Rows(await File.ReadAllTextAsync(file, Cancellation));
    }

    private async Task PublishAsync(string name, int devices, IEnumerable<int> days)
    {
        var tenant = new SimulatedTenant(new SimulatorOptions { Devices = devices, FirstDay = LastDay.AddDays(1 - Days) });
        await using var server = await GraphServer.StartAsync(Graph, tenant.Day(0), Cancellation);
        foreach (var number in days)
        {
            var day = tenant.Day(number);
            server.Serve(day);
            await AdExport.WriteAsync(day, Place.AdFile, AdExportFormat.PowerShell7, Cancellation);
            await RunAsync(name, server, day);
        }
    }

    private async Task RunAsync(string name, GraphServer server, SimulatedDay day)
    {
        var tenant = new TenantOptions
        {
            Name = name,
            Graph = new GraphOptions { BaseUrl = server.BaseUrl.AbsoluteUri, Credential = GraphCredential.AccessToken, AccessToken = new Secret(Graph.Token) },
            ActiveDirectory = new AdOptions { Path = Place.AdFile },
        };
        var options = new EtlOptions
        {
            Tenants = [tenant],
            Tables = ConfigurationLoader.LoadTables(named: null),
            Rules = new RulesOptions { CoverageTarget = Target },
            Archive = new ArchiveOptions { Enabled = false },
        };
        var run = new TenantRun(options, tenant, WarehouseFactory.Create(Place.Store, TimeProvider.System), TimeProvider.System, NoObserver.Instance);
        (await run.RunAsync(new RunRequest { AsOf = day.SnapshotInstant }, Cancellation)).Run.State.ShouldBe(RunState.Published);
    }
}
