using System.Net.Sockets;
using Etl.Dashboard;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;
using Etl.Pipeline;
using Etl.Pipeline.Alerts;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Diagnosis;
using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;
using Etl.Pipeline.Telemetry;
using Etl.Warehouse;
using Microsoft.AspNetCore.Connections;

namespace Etl.Cli.Serving;

/// <summary>The parts of <c>etl serve</c>, put together.</summary>
internal static class Service
{
    // Beyond the patience with a run: what it takes to write the journal and close the warehouse.
    private static readonly TimeSpan LastSteps = TimeSpan.FromSeconds(30);

    public static WebApplication Build(EtlOptions options, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Service).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(options.Dashboard.Url);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSystemd().AddWindowsService(service => service.ServiceName = "etl");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.Schedule.ShutdownSeconds) + LastSteps);
        ServiceLog.AddTo(builder, options.Logs);
        AddParts(builder.Services, options, clock);
        ScheduleServices.AddTo(builder.Services, options, clock);
        ServiceTelemetry.AddTo(builder.Services, builder.Configuration);
        Access.AddTo(builder.Services, options.Dashboard);
        builder.Services.AddDashboard(new DashboardSettings
        {
            CoverageTarget = options.Rules.CoverageTarget,
            ShowsPrimaryUser = options.Privacy.PrimaryUser == PrimaryUserPrivacy.Keep,
            Excel = options.Export.Excel,
        });

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<StopSignal>().Begin);
        app.Services.GetRequiredService<StandingMetrics>();
        SecurityHeaders.Use(app);
        Access.Use(app, options.Dashboard);
        app.UseAntiforgery();
        app.UseDashboard();
        HealthEndpoints.Map(app, options);
        RunNow.Map(app, options);
        app.MapPrometheusScrapingEndpoint();
        app.MapDashboard();
        return app;
    }

    /// <exception cref="EtlException">Nothing can listen at the address.</exception>
    public static async Task StartAsync(WebApplication app, EtlOptions options, CancellationToken cancellationToken)
    {
        var url = options.Dashboard.Url;
        // The log itself would say nothing of it.
        if (FolderCheck.OfLogs(options.Logs) is { Verdict: Verdict.Fails } finding)
            app.Logger.LogWarning("There is no log but this one: {Reason}", finding.Text);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e)
        {
            // Its services stop then, and do not tell of that as a failure of theirs.
            app.Lifetime.StopApplication();
            if (Sentence(e, url) is { } fault) throw fault;
            throw;
        }
    }

    private static EtlException? Sentence(Exception e, string url) => e switch
    {
        SocketException or IOException { InnerException: AddressInUseException } => new EtlException(Stage.Configuration,
            $"Dashboard:Url: {url} cannot be listened at ({(e.InnerException ?? e).Message.TrimEnd('.')}). "
            + "Stop what else listens there, or set another address of this machine.", e),
        InvalidOperationException when url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) => new ConfigurationException(
            $"Dashboard:Url: {url} needs a certificate: set ASPNETCORE_Kestrel__Certificates__Default__Path and __Password, "
            + "or listen at http://127.0.0.1:8080 behind a proxy that ends TLS.", e),
        _ => null,
    };

    private static void AddParts(IServiceCollection services, EtlOptions options, TimeProvider clock)
    {
        services.AddSingleton(options).AddSingleton(clock);
        services.AddSingleton(WarehouseFactory.Create(options.Warehouse, clock, readersWelcomeWriter: true));
        services.AddSingleton<RunMetrics>().AddSingleton<StandingBoard>().AddSingleton<StandingMetrics>();
        // The log last: who reads there that a run has ended finds it counted and the tenants' standing read anew.
        services.AddSingleton<Func<IRunObserver>>(provider => () => new RunObserverChain(
            provider.GetRequiredService<RunMetrics>(), provider.GetRequiredService<StandingBoard>(), new RunLog(provider.GetRequiredService<ILogger<RunLog>>())));
        AddAlerts(services, options);
        services.AddHostedService<Watchman>();
    }

    private static void AddAlerts(IServiceCollection services, EtlOptions options)
    {
        services.AddHttpClient(nameof(WebhookChannel), http => http.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<AlertWatch>().AddSingleton<IAlertChannel, LogChannel>();
        for (var i = 0; i < options.Alerts.Webhooks.Count; i++)
        {
            var number = i;
            services.AddSingleton<IAlertChannel>(provider => new WebhookChannel(
                number, options.Alerts.Webhooks[number], provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(WebhookChannel)),
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<WebhookChannel>>()));
        }
    }
}
