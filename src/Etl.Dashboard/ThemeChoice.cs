using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Etl.Dashboard;

/// <summary>Light or dark: as chosen, else as the browser says that its user likes it, else light.</summary>
internal static class ThemeChoice
{
    private const string Cookie = "etl-theme";
    private const string Hint = "Sec-CH-Prefers-Color-Scheme";

    public static bool IsDark(HttpContext http)
    {
        http.Response.Headers["Accept-CH"] = Hint;
        http.Response.Headers.Vary = Hint;
        return http.Request.Cookies[Cookie] is { } chosen ? chosen == "dark" : http.Request.Headers[Hint] == "dark";
    }

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/theme/{name}", (string name, string? back, HttpContext http) =>
    {
        http.Response.Cookies.Append(Cookie, name == "dark" ? "dark" : "light",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return Results.LocalRedirect(back is not null && back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) ? back : "/");
    });
}
