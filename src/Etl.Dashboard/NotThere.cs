using Microsoft.AspNetCore.Http;

namespace Etl.Dashboard;

/// <summary>A page that says that there is nothing at its address.</summary>
internal static class NotThere
{
    // Not before the page is rendered: of a page that has this status by then the renderer sends nothing.
    public static void Answer(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
