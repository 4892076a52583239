using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Load.Tests;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Pipeline;
using Etl.Pipeline.Configuration;
using Etl.Repository.Tests;
using Etl.Simulator;
using Etl.Transform;
using Etl.Warehouse;
using TestFolder = Etl.Load.Tests.TestFolder;

[assembly: AssemblyFixture(typeof(Etl.PowerBI.Tests.Numbers.DemoWarehouse))]

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>
/// A small warehouse as the pipeline makes it: two simulated tenants, days with gaps between them, one tenant a day behind and without a
/// target, a held run and a failed one.
/// </summary>
public sealed class DemoWarehouse : IAsyncLifetime
{
    private static readonly DateOnly FirstDay = new(2026, 10, 1);
    private static readonly GraphServerOptions Server = new();

    private readonly TestFolder _folder = new();
    private readonly RuleTables _tables = ConfigurationLoader.LoadTables(Path.Combine(RepositoryFolder.Root, "config", "appsettings.json"));

    public IWarehouse Warehouse => _folder.Warehouse();

    public async ValueTask InitializeAsync()
    {
        await PublishAsync("contoso", Tenant(devices: 150, seed: 1), new RulesOptions { CoverageTarget = 0.95 }, [0, 3, 21, 28, 31]);
        await PublishAsync("fabrikam", Tenant(devices: 60, seed: 2), new RulesOptions(), [0, 21, 30]);
        var cut = Tenant(devices: 5, seed: 3).Day(31);
        await using var server = await GraphServer.StartAsync(Server, cut, Cancellation);
        (await RunAsync(server, cut, "fabrikam", new RulesOptions(), Server.Token)).ShouldBe(RunState.Held);
        await Should.ThrowAsync<EtlException>(() => RunAsync(server, cut, "contoso", new RulesOptions(), "not a token"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A dataset over all days, as its CSV file has it.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> CsvAsync(string name)
    {
        ExportDatasets.TryParse(name, out var dataset).ShouldBeTrue();
        var file = _folder[$"{name}.csv"];
        await new DatasetExporter(Warehouse).ExportAsync(
            new ExportRequest { Dataset = dataset, Path = file, From = FirstDay, To = FirstDay.AddYears(1), Escape = false }, Cancellation);
        return Csv.Rows(await File.ReadAllTextAsync(file, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SimulatedTenant Tenant(int devices, int seed) => new(new SimulatorOptions { Devices = devices, Seed = seed, FirstDay = FirstDay });

    private async Task PublishAsync(string name, SimulatedTenant tenant, RulesOptions rules, int[] days)
    {
        await using var server = await GraphServer.StartAsync(Server, tenant.Day(days[0]), Cancellation);
        foreach (var number in days)
        {
            var day = tenant.Day(number);
            server.Serve(day);
            (await RunAsync(server, day, name, rules, Server.Token)).ShouldBe(RunState.Published);
        }
    }

    // With one computer that has no usable id.
    private async Task WriteAdAsync(SimulatedDay day)
    {
        await AdExport.WriteAsync(day, _folder["ad.csv"], AdExportFormat.PowerShell7, Cancellation);
        var computer = Csv.Rows(await File.ReadAllTextAsync(_folder["ad.csv"], Cancellation))[0];
        var cells = computer.Select(cell => cell.Key == "ObjectGUID" ? "no GUID" : cell.Value);
        await File.AppendAllTextAsync(_folder["ad.csv"], string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\n", Cancellation);
    }

    private async Task<RunState> RunAsync(GraphServer server, SimulatedDay day, string name, RulesOptions rules, string token)
    {
        await WriteAdAsync(day);
        var tenant = new TenantOptions
        {
            Name = name,
            Graph = new GraphOptions { BaseUrl = server.BaseUrl.AbsoluteUri, Credential = GraphCredential.AccessToken, AccessToken = new Secret(token) },
            ActiveDirectory = new AdOptions { Path = _folder["ad.csv"] },
        };
        var options = new EtlOptions
        {
            Tenants = [tenant],
            Tables = _tables,
            Rules = rules,
            Quality = new QualityOptions { MaxRejectedPercent = 10 },
            Archive = new ArchiveOptions { Enabled = false },
        };
        var run = new TenantRun(options, tenant, Warehouse, TimeProvider.System, new Nobody());
        return (await run.RunAsync(new RunRequest { AsOf = day.SnapshotInstant }, Cancellation)).Run.State;
    }
}
