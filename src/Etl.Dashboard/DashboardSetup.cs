using Etl.Dashboard.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Etl.Dashboard;

/// <summary>
/// The dashboard within a web application. Pages are rendered on the server and hold no script: a page is its address, filters and
/// all. It reads the report views and changes nothing.
/// </summary>
public static class DashboardSetup
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddRazorComponents();
        services.AddMudServices();
        services.AddHttpContextAccessor();
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = PageCache.MostBytes;
            cache.AddPolicy(PageCache.Name, new PageCache());
        });
        return services.AddSingleton(settings).AddSingleton<DashboardReports>().AddSingleton<PageTables>();
    }

    /// <summary>After whoever may not see a page has been turned away.</summary>
    public static void UseDashboard(this IApplicationBuilder app) => app.UseOutputCache();

    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapRazorComponents<App>().CacheOutput(PageCache.Name);
        Downloads.Map(endpoints);
        ThemeChoice.Map(endpoints);
    }
}
