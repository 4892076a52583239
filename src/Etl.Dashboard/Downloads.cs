using System.Data.Common;
using Etl.Dashboard.Data;
using Etl.Export;
using Etl.Model.Errors;
using Etl.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Etl.Dashboard;

/// <summary>
/// What the pages show, as CSV. <c>/export/devices.csv</c> is what <c>etl export</c> writes, byte for byte, less the rows that a filter
/// leaves out; <c>/table/enrolment-methods.csv</c> is a page's table. Filters stand in the address as those of pages do.
/// </summary>
internal static class Downloads
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/export/{dataset}.csv", SendDatasetAsync);
        endpoints.MapGet("/table/{table}.csv", SendTableAsync);
    }

    private static async Task<IResult> SendDatasetAsync(
        string dataset, HttpRequest asked, IWarehouse warehouse, DashboardReports reports, DashboardSettings settings, CancellationToken cancellationToken)
    {
        if (!ExportDatasets.TryParse(dataset, out var known)) return Results.NotFound();
        if (Fault(asked) is { } fault) return fault;
        // Whole or not at all: a fault half way would look like the end of the file.
        var path = Path.Combine(Path.GetTempPath(), $"etl-{Path.GetRandomFileName()}.csv");
        var filter = Filter.From(asked);
        try
        {
            var request = new ExportRequest
            {
                Dataset = known,
                Path = path,
                Tenant = filter.Tenant,
                From = filter.Date,
                To = filter.Date,
                Excel = settings.Excel,
                Rows = filter.Rows(await FindAsync(reports, filter)),
            };
            await new DatasetExporter(warehouse.ForOnlookers).ExportAsync(request, cancellationToken);
        }
        catch (EtlException e)
        {
            return Refusal(e);
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return Results.File(content, Csv, DownloadName.Of(dataset, filter.Tenant, filter.Day));
    }

    // The list and its file are found by one question: two would differ in letters that have no case in one of them.
    private static Task<IReadOnlySet<string>?> FindAsync(DashboardReports reports, Filter filter) => reports.OfOneEditionAsync<IReadOnlySet<string>?>(async () =>
    {
        if (filter.Search is not { } text || await reports.ViewAsync(filter) is not { } shown) return null;
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tenant in filter.Tenant is null ? shown.Tenants : [shown.Day.Tenant])
            if (await reports.ViewAsync(filter with { Tenant = tenant }) is { } view) found.UnionWith(await reports.SearchAsync(view, text));
        return found;
    });

    private static async Task<IResult> SendTableAsync(
        string table, HttpRequest asked, PageTables tables, DashboardSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (Fault(asked) is { } fault) return fault;
            using var content = new MemoryStream();
            using var shown = await tables.ReadAsync(table, Filter.From(asked));
            if (shown is null) return Results.NotFound();
            await using (var rows = shown.CreateDataReader()) await TableFile.WriteAsync(rows, content, settings.Excel, cancellationToken);
            return Results.File(content.ToArray(), Csv, DownloadName.Of(shown.TableName));
        }
        catch (EtlException e)
        {
            return Refusal(e);
        }
    }

    private static IResult Refusal(EtlException e) => Results.Text(
        e.Message + "\n", statusCode: e.InnerException is DbException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);

    // A page without its day shows the latest; a file would be taken for what was asked for.
    private static IResult? Fault(HttpRequest asked) =>
        Filter.NoDay(asked) is { } fault ? Results.Text(fault + ".\n", statusCode: StatusCodes.Status400BadRequest) : null;
}
