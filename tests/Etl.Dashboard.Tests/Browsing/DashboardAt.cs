using Etl.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Etl.Dashboard.Tests.Browsing;

/// <summary>The pages of a warehouse at a time of one's own. In this process: a service goes by the clock of its machine.</summary>
internal sealed class DashboardAt : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardAt(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<DashboardAt> StartAsync(WarehouseOptions store, DateTimeOffset now, DashboardSettings settings, CancellationToken cancellationToken)
    {
        var clock = new Clock(now);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Whose list of styles and pictures it is.
            ApplicationName = "etl",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(WarehouseFactory.Create(store, clock)).AddDashboard(settings);
        var app = builder.Build();
        app.UseAntiforgery();
        app.UseDashboard();
        app.MapDashboard();
        await app.StartAsync(cancellationToken);
        return new DashboardAt(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
