using Etl.Dashboard.Data;
using Etl.Model.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Etl.Dashboard;

/// <summary>
/// Pages as they were rendered, for as long as the warehouse shows the same edition: a page is its address, its theme, what is
/// published, and what is to be said today of that. The journal alone changes in between.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    public const string Name = "pages";
    public const long MostBytes = 64 * 1024 * 1024;
    private const string Journal = "/runs";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellationToken)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Path == Journal) return;
        try
        {
            var reports = http.RequestServices.GetRequiredService<DashboardReports>();
            var edition = await reports.EditionAsync();
            http.Items[typeof(PageCache)] = edition;
            context.CacheVaryByRules.VaryByValues["edition"] = edition.ToString();
            // The page says this sentence and no later one: it is kept under it.
            http.Items[typeof(Standing)] = context.CacheVaryByRules.VaryByValues["standing"] = await StandingAsync(reports, Filter.From(http.Request));
        }
        catch (EtlException)
        {
            // The page says why.
            return;
        }

        context.CacheVaryByRules.VaryByValues["theme"] = ThemeChoice.IsDark(http) ? "dark" : "light";
        context.CacheVaryByRules.QueryKeys = "*";
        context.ResponseExpirationTimeSpan = ReportCache.LongestAge;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellationToken)
    {
        var http = context.HttpContext;
        context.AllowCacheStorage &= http.Response.StatusCode == StatusCodes.Status200OK
            && http.Response.Headers.SetCookie.Count == 0
            && http.Items[typeof(Edition)] is Edition shown && shown.Equals(http.Items[typeof(PageCache)]);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> StandingAsync(DashboardReports reports, Filter filter)
    {
        try
        {
            return await reports.OfOneEditionAsync(() => reports.ViewAsync(filter)) is { } view ? await reports.StandingAsync(view) ?? "" : "";
        }
        catch (Exception e) when (e is EtlException or EditionChangedException)
        {
            // What is kept is shown while the warehouse does not answer.
            return "";
        }
    }
}
