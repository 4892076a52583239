using System.Globalization;
using System.Text.Json.Nodes;
using Etl.Export;
using Etl.Model.Errors;
using Etl.Simulator;
using Etl.Warehouse;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>A folder as an operator has it: a configuration, AD exports, archive and warehouse; the token in the environment.</summary>
internal sealed class Workplace : IDisposable
{
    public const string Tenant = "contoso";

    private Workplace(JsonNode settings)
    {
        Settings = settings;
        Store = new WarehouseOptions { ConnectionString = $"Data Source={WarehouseFile}" };
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("etl-").FullName;

    /// <summary>The configuration; written anew before each start.</summary>
    public JsonNode Settings { get; }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["ETL_Tenants__0__Graph__AccessToken"] = GraphServerOptions.DefaultToken,
    };

    public string WarehouseFile => PathOf("warehouse.duckdb");
    public string ArchiveFolder => PathOf("archive");
    public string AdFile => PathOf("ad.csv");
    public JsonNode TenantSettings => Settings["Tenants"]![0]!;

    /// <summary>Where this workplace's warehouse is.</summary>
    public WarehouseOptions Store { get; private set; }

    private string ConfigFile => PathOf("settings.json");

    public static Workplace For(Uri graph) => new(new JsonObject
    {
        ["Tenants"] = new JsonArray(Connect(Tenant, graph, "ad.csv")),
        ["Warehouse"] = new JsonObject { ["ConnectionString"] = "Data Source=warehouse.duckdb" },
        ["Archive"] = new JsonObject { ["Path"] = "archive" },
        ["Export"] = new JsonObject { ["Directory"] = "exports" },
    });

    /// <summary>Configures a SQL Server, as an operator does: the connection string, which may hold a password, in the environment.</summary>
    public void UseSqlServer(WarehouseOptions options)
    {
        Store = options;
        Settings["Warehouse"] = new JsonObject { ["Provider"] = "SqlServer" };
        Environment["ETL_Warehouse__ConnectionString"] = options.ConnectionString;
    }

    /// <summary>Configures one more tenant after those that are there; it has the first one's AD exports unless a path is given.</summary>
    public JsonNode AddTenant(string name, Uri graph, string adPath = "ad.csv", string token = GraphServerOptions.DefaultToken)
    {
        var tenants = Settings["Tenants"]!.AsArray();
        Environment[string.Create(CultureInfo.InvariantCulture, $"ETL_Tenants__{tenants.Count}__Graph__AccessToken")] = token;
        var tenant = Connect(name, graph, adPath);
        tenants.Add((JsonNode)tenant);
        return tenant;
    }

    private static JsonObject Connect(string name, Uri graph, string adPath) => new()
    {
        ["Name"] = name,
        ["Graph"] = new JsonObject { ["BaseUrl"] = graph.AbsoluteUri, ["Credential"] = "AccessToken" },
        ["ActiveDirectory"] = new JsonObject { ["Path"] = adPath },
    };

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Starts <c>etl</c> here with this configuration.</summary>
    public EtlProcess Start(IEnumerable<string> arguments, Action<string>? onErrorLine = null)
    {
        File.WriteAllText(ConfigFile, Settings.ToJsonString());
        return EtlProcess.Start(Folder, Environment, [.. arguments, "--config", ConfigFile], onErrorLine);
    }

    /// <summary>Lets a shell script start it; <c>"$@"</c> is the command.</summary>
    public async Task<EtlResult> ShellAsync(string script, params string[] arguments)
    {
        File.WriteAllText(ConfigFile, Settings.ToJsonString());
        using var process = EtlProcess.StartByShell(script, Folder, Environment, [.. arguments, "--config", ConfigFile]);
        return await process.Ended;
    }

    public async Task<EtlResult> EtlAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.Ended;
    }

    public Task<EtlResult> RunAsync(SimulatedDay day, params string[] more) => EtlAsync([.. RunArguments(day), .. more]);

    public static string[] RunArguments(SimulatedDay day) =>
        ["run", "--as-of", day.SnapshotInstant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)];

    /// <summary>What <c>etl export</c> prints of a dataset.</summary>
    public async Task<string> ExportAsync(string dataset, params string[] more) =>
        (await EtlAsync(["export", dataset, "--output", "-", .. more])).ShouldEndWith(EtlResult.Done).Output;

    /// <summary>What is published of all days, byte for byte as exported.</summary>
    public async Task<Published> PublishedAsync()
    {
        if (Store.Provider == WarehouseProvider.DuckDb && !File.Exists(WarehouseFile)) return Published.Nothing;
        try
        {
            return new Published(
                await ReadAsync(ExportDataset.Devices), await ReadAsync(ExportDataset.Coverage), await ReadAsync(ExportDataset.Gaps));
        }
        catch (EtlException e) when (e.Message.Contains("no published day yet", StringComparison.Ordinal))
        {
            return Published.Nothing;
        }
    }

    /// <summary>A dataset of all days, exported by this process: a start of the program costs half a second.</summary>
    public async Task<string> ReadAsync(ExportDataset dataset)
    {
        var path = PathOf(dataset + ".read");
        await new DatasetExporter(WarehouseFactory.Create(Store, TimeProvider.System)).ExportAsync(
            new ExportRequest { Dataset = dataset, Path = path, From = DateOnly.MinValue }, TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
