using Etl.Export;
using Etl.Model.Errors;
using Etl.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Etl.Dashboard;

/// <summary>What the tables show as CSV, byte for byte as <c>etl export</c> writes it: <c>/export/devices.csv?tenant=..&amp;date=..</c>.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/export/{dataset}.csv", SendAsync);

    private static async Task<IResult> SendAsync(
        string dataset, string? tenant, DateOnly? date, IWarehouse warehouse, DashboardSettings settings, CancellationToken cancellationToken)
    {
        if (!ExportDatasets.TryParse(dataset, out var known)) return Results.NotFound();
        // Whole or not at all: a fault half way would look like the end of the file.
        var path = Path.Combine(Path.GetTempPath(), $"etl-{Path.GetRandomFileName()}.csv");
        var request = new ExportRequest
        {
            Dataset = known,
            Path = path,
            Tenant = string.IsNullOrEmpty(tenant) ? null : tenant,
            From = date,
            To = date,
            Excel = settings.Excel,
        };
        try
        {
            await new DatasetExporter(warehouse).ExportAsync(request, cancellationToken);
        }
        catch (EtlException e)
        {
            return Results.Text(e.Message + "\n", statusCode: StatusCodes.Status404NotFound);
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return Results.File(content, "text/csv; charset=utf-8", dataset + ".csv");
    }
}
