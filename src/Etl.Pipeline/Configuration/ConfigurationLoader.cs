using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Values;
using Etl.Transform;
using Etl.Warehouse;
using Microsoft.Extensions.Configuration;

namespace Etl.Pipeline.Configuration;

/// <summary>
/// Finds, reads and checks the configuration: the JSON file, then secret files (<c>ETL_SECRETS</c>), then environment variables
/// (<c>ETL_..</c>). Every fault is told at once, with the path of its key.
/// </summary>
public static partial class ConfigurationLoader
{
    private const string EnvironmentPrefix = "ETL_";
    private const string SecretsFolderVariable = "ETL_SECRETS";

    private static readonly string[] SecretKeys =
        ["ClientSecret", "AccessToken", "CertificatePassword", "HashKey", "ApiKey", "Password"];

    /// <summary>
    /// The file that a command reads: the one named, else <c>./config/appsettings.json</c>, else the one beside the program.
    /// </summary>
    public static string FindFile(string? named)
    {
        if (named is not null)
            return File.Exists(named) ? named : throw new ConfigurationException($"There is no configuration file {named}.");
        var here = Path.Combine("config", "appsettings.json");
        return File.Exists(here) ? here : Path.Combine(ShippedFolder, "appsettings.json");
    }

    /// <summary>The folder of the tables and settings that ship with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "config");

    /// <param name="withSignIn">Whether what signs in to Graph must be there: not for a command that reads the warehouse alone.</param>
    /// <exception cref="ConfigurationException">Anything wrong, all of it in one message.</exception>
    public static EtlOptions Load(string? named, bool withSignIn = true)
    {
        var file = FindFile(named);
        var json = ReadJson(file);
        var root = WithSecrets(json);

        List<string> faults = [];
        RefuseSecrets(json, file, faults);
        var tables = new RuleTableReader(Path.GetDirectoryName(Path.GetFullPath(file))!, ShippedFolder, faults).Read();
        var reader = new SettingReader(root, faults);
        var options = Read(reader, tables, withSignIn);
        RefuseUnknownKeys(json, reader.KeysRead, file, faults);
        RefuseUnknownVariables(reader.KeysRead, faults);
        return faults.Count == 0 ? options : throw Refusal(file, faults);
    }

    /// <summary>The tables of the rules alone, for a command that needs no tenant.</summary>
    public static RuleTables LoadTables(string? named)
    {
        List<string> faults = [];
        var file = FindFile(named);
        var tables = new RuleTableReader(Path.GetDirectoryName(Path.GetFullPath(file))!, ShippedFolder, faults).Read();
        return faults.Count == 0 ? tables : throw Refusal(file, faults);
    }

    /// <summary>Where the warehouse is, for a command that needs no tenant.</summary>
    public static WarehouseOptions LoadWarehouse(string? named)
    {
        List<string> faults = [];
        var file = FindFile(named);
        var json = ReadJson(file);
        RefuseSecrets(json, file, faults);
        var options = ReadWarehouse(new SettingReader(WithSecrets(json), faults));
        faults.AddRange(options.Faults());
        return faults.Count == 0 ? options : throw Refusal(file, faults);
    }

    /// <summary>Every key that is read, with the first member of each list and <c>*</c> for names of the operator's own.</summary>
    public static IReadOnlyCollection<string> Keys()
    {
        var example = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Tenants:0:Graph:BaseUrl"] = "",
            ["Tenants:0:ActiveDirectory:Columns:*"] = "Name",
            ["Schedule:Tenants:*"] = "",
            ["Schedule:Export:0:Dataset"] = "",
            ["Alerts:Webhooks:0:Url"] = "",
            ["Dashboard:OpenIdConnect:Authority"] = "",
        };
        var reader = new SettingReader(new ConfigurationBuilder().AddInMemoryCollection(example).Build(), []);
        Read(reader, new RuleTables([], [], []), withSignIn: true);
        return reader.KeysRead;
    }

    private static ConfigurationException Refusal(string file, List<string> faults) =>
        new($"The configuration cannot be used ({file}, and {EnvironmentPrefix}* variables):\n"
            + string.Join('\n', faults.Select(fault => "  - " + fault)))
        {
            Faults = faults,
        };

    private static IConfigurationRoot ReadJson(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false).Build();
        }
        catch (InvalidDataException e)
        {
            var reason = e.InnerException?.InnerException?.Message ?? e.InnerException?.Message ?? e.Message;
            throw new ConfigurationException($"{file} is not a JSON file that can be read: {reason}", e);
        }
    }

    private static IConfigurationRoot WithSecrets(IConfiguration json)
    {
        var builder = new ConfigurationBuilder().AddConfiguration(json);
        var secrets = Environment.GetEnvironmentVariable(SecretsFolderVariable);
        try
        {
            if (!string.IsNullOrEmpty(secrets)) builder.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
            return builder.AddEnvironmentVariables(EnvironmentPrefix).Build();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(Directory.Exists(secrets)
                ? $"{SecretsFolderVariable}: a file of {secrets} cannot be read ({e.Message.TrimEnd('.')}). Give this account the right to read it."
                : $"{SecretsFolderVariable}: there is no folder {secrets}. Make it, or take the variable away where no secret comes from a file.", e);
        }
    }

    private static EtlOptions Read(SettingReader settings, RuleTables tables, bool withSignIn)
    {
        var tenants = settings.Members("Tenants").Select(path => ReadTenant(settings, path, withSignIn)).ToList();
        if (tenants.Count == 0) settings.Fault("Tenants", "is empty; name at least one tenant.");
        foreach (var twice in tenants.GroupBy(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            settings.Fault("Tenants", $"two tenants are named '{twice.Key}'.");

        var options = new EtlOptions
        {
            Tenants = tenants,
            Tables = tables,
            Warehouse = ReadWarehouse(settings),
            Rules = ReadRules(settings),
            Quality = ReadQuality(settings),
            Archive = ReadArchive(settings),
            Retention = ReadRetention(settings),
            Privacy = ReadPrivacy(settings),
            Export = ReadExport(settings),
            Schedule = ReadSchedule(settings),
            Alerts = ReadAlerts(settings),
            Dashboard = ReadDashboard(settings),
            Health = ReadHealth(settings),
            Logs = ReadLogs(settings),
        };
        settings.AddFaults(options.Warehouse.Faults());
        settings.Faults("Rules", options.Rules.Validate());
        settings.Faults("Quality", options.Quality.Validate());
        settings.Faults("Retention", options.Retention.Validate());
        settings.Faults("Privacy", options.Privacy.Validate());
        CheckServing(settings, options);
        return options;
    }

    private static TenantOptions ReadTenant(SettingReader settings, string path, bool withSignIn)
    {
        var name = settings.Text($"{path}:Name")?.Trim();
        if (string.IsNullOrEmpty(name)) settings.Fault($"{path}:Name", "is missing; it names the tenant in the warehouse.");
        var tenant = new TenantOptions
        {
            Name = name ?? "",
            Graph = ReadGraph(settings, $"{path}:Graph"),
            ActiveDirectory = settings.Exists($"{path}:ActiveDirectory") ? ReadActiveDirectory(settings, $"{path}:ActiveDirectory") : null,
        };
        if (!settings.Exists($"{path}:Graph")) settings.Fault($"{path}:Graph", "is missing; a tenant needs Microsoft Graph.");
        else settings.Faults($"{path}:Graph", tenant.Graph.Validate(withSignIn));
        if (tenant.ActiveDirectory is { } activeDirectory) settings.Faults($"{path}:ActiveDirectory", activeDirectory.Validate());
        return tenant;
    }

    private static GraphOptions ReadGraph(SettingReader settings, string path)
    {
        var defaults = new GraphOptions();
        return new GraphOptions
        {
            BaseUrl = settings.Text($"{path}:BaseUrl") ?? defaults.BaseUrl,
            Cloud = settings.Text($"{path}:Cloud"),
            TenantId = settings.Text($"{path}:TenantId"),
            ClientId = settings.Text($"{path}:ClientId"),
            Credential = settings.Enum<GraphCredential>($"{path}:Credential") ?? defaults.Credential,
            ClientSecret = ReadSecret(settings, $"{path}:ClientSecret"),
            CertificatePath = settings.Text($"{path}:CertificatePath"),
            CertificatePassword = ReadSecret(settings, $"{path}:CertificatePassword"),
            AccessToken = ReadSecret(settings, $"{path}:AccessToken"),
            PageSize = settings.Int($"{path}:PageSize"),
            MaxAttempts = settings.Int($"{path}:MaxAttempts") ?? defaults.MaxAttempts,
        };
    }

    private static AdOptions ReadActiveDirectory(SettingReader settings, string path) => new()
    {
        Path = settings.Text($"{path}:Path") ?? "",
        Delimiter = settings.Text($"{path}:Delimiter"),
        Encoding = settings.Text($"{path}:Encoding"),
        Culture = settings.Text($"{path}:Culture"),
        TimeZone = settings.Text($"{path}:TimeZone"),
        MaxAgeHours = settings.Int($"{path}:MaxAgeHours"),
        Columns = settings.Map($"{path}:Columns"),
    };

    private static WarehouseOptions ReadWarehouse(SettingReader settings)
    {
        var defaults = new WarehouseOptions();
        return new WarehouseOptions
        {
            Provider = settings.Enum<WarehouseProvider>("Warehouse:Provider") ?? defaults.Provider,
            ConnectionString = settings.Text("Warehouse:ConnectionString") ?? defaults.ConnectionString,
            ReportingTimeZone = settings.Text("Warehouse:ReportingTimeZone") ?? defaults.ReportingTimeZone,
            CommandTimeoutSeconds = settings.Int("Warehouse:CommandTimeoutSeconds") ?? defaults.CommandTimeoutSeconds,
            LockWaitSeconds = settings.Int("Warehouse:LockWaitSeconds"),
            BulkBatchRows = settings.Int("Warehouse:BulkBatchRows") ?? defaults.BulkBatchRows,
            BulkTimeoutSeconds = settings.Int("Warehouse:BulkTimeoutSeconds") ?? defaults.BulkTimeoutSeconds,
        };
    }

    private static RulesOptions ReadRules(SettingReader settings)
    {
        var defaults = new RulesOptions();
        return new RulesOptions
        {
            StaleAfterDays = settings.Int("Rules:StaleAfterDays") ?? defaults.StaleAfterDays,
            CountPersonal = settings.Bool("Rules:CountPersonal") ?? defaults.CountPersonal,
            CoverageTarget = settings.Number("Rules:CoverageTarget") ?? defaults.CoverageTarget,
        };
    }

    private static QualityOptions ReadQuality(SettingReader settings)
    {
        var defaults = new QualityOptions();
        return new QualityOptions
        {
            MaxShrinkPercent = settings.Number("Quality:MaxShrinkPercent") ?? defaults.MaxShrinkPercent,
            MaxRejectedPercent = settings.Number("Quality:MaxRejectedPercent") ?? defaults.MaxRejectedPercent,
            MaxCountGapPercent = settings.Number("Quality:MaxCountGapPercent") ?? defaults.MaxCountGapPercent,
        };
    }

    private static ArchiveOptions ReadArchive(SettingReader settings)
    {
        var defaults = new ArchiveOptions();
        return new ArchiveOptions
        {
            Enabled = settings.Bool("Archive:Enabled") ?? defaults.Enabled,
            Path = settings.Text("Archive:Path") ?? defaults.Path,
        };
    }

    private static RetentionOptions ReadRetention(SettingReader settings)
    {
        var defaults = new RetentionOptions();
        return new RetentionOptions
        {
            ArchiveDays = settings.Int("Retention:ArchiveDays") ?? defaults.ArchiveDays,
            RejectedDays = settings.Int("Retention:RejectedDays") ?? defaults.RejectedDays,
            SnapshotDays = settings.Int("Retention:SnapshotDays") ?? defaults.SnapshotDays,
            KeepMonthEnds = settings.Bool("Retention:KeepMonthEnds") ?? defaults.KeepMonthEnds,
        };
    }

    private static PrivacyOptions ReadPrivacy(SettingReader settings) => new()
    {
        PrimaryUser = settings.Enum<PrimaryUserPrivacy>("Privacy:PrimaryUser") ?? PrimaryUserPrivacy.Keep,
        HashKey = ReadSecret(settings, "Privacy:HashKey"),
    };

    private static ExportOptions ReadExport(SettingReader settings)
    {
        var defaults = new ExportOptions();
        return new ExportOptions
        {
            Directory = settings.Text("Export:Directory") ?? defaults.Directory,
            Excel = settings.Bool("Export:Excel") ?? defaults.Excel,
        };
    }

    // Mounted secret files tend to end in a line feed that is no part of the secret.
    private static Secret? ReadSecret(SettingReader settings, string path) =>
        settings.Text(path)?.Trim() is { Length: > 0 } text ? new Secret(text) : null;

    private static void RefuseSecrets(IConfiguration json, string file, List<string> faults)
    {
        foreach (var (key, value) in json.AsEnumerable().Where(entry => !string.IsNullOrEmpty(entry.Value)))
        {
            var name = key[(key.LastIndexOf(':') + 1)..];
            if (SecretKeys.Contains(name, StringComparer.OrdinalIgnoreCase) || IsWebhookUrl(key))
                faults.Add($"{key}: a secret stands in {file}; take it out, change it where it was issued, and set "
                    + $"{EnvironmentPrefix}{key.Replace(":", "__", StringComparison.Ordinal)} in the environment or a secret file.");
            if (name.Equals("ConnectionString", StringComparison.OrdinalIgnoreCase) && HasPassword(value!))
                faults.Add($"{key}: a password stands in {file}; take it out and set the whole connection string as "
                    + $"{EnvironmentPrefix}{key.Replace(":", "__", StringComparison.Ordinal)} in the environment or a secret file.");
        }
    }

    // Most services that take a webhook know the caller by a token in its address.
    private static bool IsWebhookUrl(string key) =>
        key.StartsWith("Alerts:Webhooks:", StringComparison.OrdinalIgnoreCase) && key.EndsWith(":Url", StringComparison.OrdinalIgnoreCase);

    private static bool HasPassword(string connectionString) => connectionString.Split(';')
        .Select(part => part.Split('=', 2))
        .Any(part => part.Length == 2 && part[0].Trim().ToUpperInvariant() is "PASSWORD" or "PWD" && part[1].Trim().Length > 0);

    private static void RefuseUnknownKeys(IConfiguration json, IReadOnlySet<string> known, string file, List<string> faults)
    {
        foreach (var (key, value) in json.AsEnumerable())
        {
            if (string.IsNullOrEmpty(value) || known.Contains(key)) continue;
            faults.Add($"{key}: no such key; see config/README.md for every key (in {file}).");
        }
    }

    // Those of one word are the program's own switches.
    private static void RefuseUnknownVariables(IReadOnlySet<string> known, List<string> faults)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase) || !name.Contains("__", StringComparison.Ordinal)) continue;
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))) continue;
            var key = name[EnvironmentPrefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            if (!known.Contains(key)) faults.Add($"{key}: no such key; see config/README.md for every key (in the variable {name}).");
        }
    }
}
