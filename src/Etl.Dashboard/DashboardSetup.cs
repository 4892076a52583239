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
        return services.AddSingleton(settings).AddSingleton<EditionWatch>().AddSingleton<ReportCache>().AddSingleton<DashboardReports>();
    }

    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapRazorComponents<App>();
        Downloads.Map(endpoints);
        ThemeChoice.Map(endpoints);
    }
}
