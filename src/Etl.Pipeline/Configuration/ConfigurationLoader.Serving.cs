using Etl.Warehouse;

namespace Etl.Pipeline.Configuration;

/// <summary>The sections that <c>etl serve</c> lives by. Every verb checks them: a fault shows before the service is started.</summary>
public static partial class ConfigurationLoader
{
    private static void CheckServing(SettingReader settings, EtlOptions options)
    {
        settings.Faults("Schedule", options.Schedule.Validate(options.Tenants.Select(tenant => tenant.Name)));
        settings.Faults("Alerts", options.Alerts.Validate());
        settings.Faults("Dashboard", options.Dashboard.Validate());
        settings.Faults("Health", options.Health.Validate());
        settings.Faults("Logs", options.Logs.Validate());
        if (options.Schedule.JobStore == JobStoreKind.Warehouse && options.Warehouse.Provider != WarehouseProvider.SqlServer)
            settings.Fault("Schedule:JobStore", $"Warehouse needs Warehouse:Provider SqlServer, which is {options.Warehouse.Provider}; use Memory.");
    }

    private static ScheduleOptions ReadSchedule(SettingReader settings)
    {
        var defaults = new ScheduleOptions();
        return new ScheduleOptions
        {
            Run = settings.Text("Schedule:Run") ?? defaults.Run,
            Tenants = settings.Map("Schedule:Tenants"),
            Export = [.. settings.Members("Schedule:Export").Select(path => new ExportScheduleOptions
            {
                Dataset = settings.Text($"{path}:Dataset") ?? "",
                Cron = settings.Text($"{path}:Cron") ?? "",
            })],
            Retention = settings.Text("Schedule:Retention") ?? defaults.Retention,
            Misfire = settings.Enum<MisfirePolicy>("Schedule:Misfire") ?? defaults.Misfire,
            ShutdownSeconds = settings.Int("Schedule:ShutdownSeconds") ?? defaults.ShutdownSeconds,
            JobStore = settings.Enum<JobStoreKind>("Schedule:JobStore") ?? defaults.JobStore,
        };
    }

    private static AlertOptions ReadAlerts(SettingReader settings) => new()
    {
        Webhooks = [.. settings.Members("Alerts:Webhooks").Select(path => new WebhookOptions
        {
            Url = ReadSecret(settings, $"{path}:Url"),
            On = settings.Enums<AlertCondition>($"{path}:On"),
            Template = settings.Text($"{path}:Template") ?? WebhookOptions.DefaultTemplate,
        })],
        LateAfterHours = settings.Int("Alerts:LateAfterHours") ?? new AlertOptions().LateAfterHours,
        StatePath = settings.Text("Alerts:StatePath") ?? new AlertOptions().StatePath,
    };

    private static DashboardOptions ReadDashboard(SettingReader settings) => new()
    {
        Url = settings.Text("Dashboard:Url") ?? new DashboardOptions().Url,
        ApiKey = ReadSecret(settings, "Dashboard:ApiKey"),
        OpenIdConnect = settings.Exists("Dashboard:OpenIdConnect") ? ReadOpenIdConnect(settings, "Dashboard:OpenIdConnect") : null,
    };

    private static OpenIdConnectOptions ReadOpenIdConnect(SettingReader settings, string path) => new()
    {
        Authority = settings.Text($"{path}:Authority"),
        ClientId = settings.Text($"{path}:ClientId"),
        ClientSecret = ReadSecret(settings, $"{path}:ClientSecret"),
    };

    private static HealthOptions ReadHealth(SettingReader settings) =>
        new() { MaxAgeHours = settings.Int("Health:MaxAgeHours") ?? new HealthOptions().MaxAgeHours };

    private static LogOptions ReadLogs(SettingReader settings)
    {
        var defaults = new LogOptions();
        return new LogOptions
        {
            Directory = settings.Text("Logs:Directory") ?? defaults.Directory,
            KeepDays = settings.Int("Logs:KeepDays") ?? defaults.KeepDays,
        };
    }
}
