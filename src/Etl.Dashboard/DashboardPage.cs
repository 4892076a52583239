using System.Globalization;
using Etl.Dashboard.Data;
using Etl.Model.Errors;
using Etl.Model.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Etl.Dashboard;

/// <summary>What pages share: the filter of the address, the day that it means, and a sentence where there is nothing to show.</summary>
public abstract class DashboardPage : ComponentBase
{
    [Inject]
    public required DashboardReports Reports { get; init; }

    [Inject]
    public required DashboardSettings Settings { get; init; }

    [Inject]
    public required IHttpContextAccessor Http { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    public Filter Filter { get; private set; } = new();

    /// <summary>The day that is shown; null where none is.</summary>
    public DashboardView? View { get; private set; }

    /// <summary>Why nothing is shown.</summary>
    public string? Fault { get; private set; }

    /// <summary>What there is instead, where nothing is published for what is asked.</summary>
    public Filter? Latest { get; private set; }

    /// <summary>That another day is shown than the one that is asked for; null where it is that one.</summary>
    public string? Notice { get; private set; }

    /// <summary>What is to be said of the latest day where it is old or the last run was no success; empty for nothing.</summary>
    public string Stale { get; private set; } = "";

    /// <summary>Whether the devices of the day are no longer there; what is kept of it can be downloaded.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>What the page can show without a published day; false where that is nothing.</summary>
    public bool ShowsWithoutDay { get; private set; }

    /// <summary>What of the filter the page goes by.</summary>
    protected virtual Filter Asked => Filter.OfAll();

    protected abstract Task LoadAsync(DashboardView view);

    /// <summary>Whether the page is about the devices of a day.</summary>
    public virtual bool NeedsDevices => true;

    /// <summary>Whether what the address names is known, after it is loaded.</summary>
    protected virtual bool IsThere => true;

    protected virtual Task<bool> LoadWithoutDayAsync(Edition edition) => Task.FromResult(false);

    protected override async Task OnInitializedAsync()
    {
        var request = Http.HttpContext!.Request;
        Filter = Filter.From(request);
        // A form sends what is not chosen too: the address that people copy is without it.
        if (request.Query.Any(part => string.IsNullOrWhiteSpace(part.Value)))
        {
            Navigation.NavigateTo(Filter.Link(request.Path));
            return;
        }

        try
        {
            await ReadAsync();
        }
        catch (EtlException e)
        {
            Fault = e.Message;
            Http.HttpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task ReadAsync()
    {
        View = await Reports.OfOneEditionAsync(async () =>
        {
            var view = await Reports.ViewAsync(Filter);
            if (view is null) await ReadWithoutDayAsync();
            else if (!(IsRemoved = await Reports.IsRemovedAsync(view)) || !NeedsDevices) await LoadAsync(view);
            Stale = view is null ? "" : await StaleAsync(view);
            return view;
        });
        if (View is not null) Notice = Filter.Differs(Http.HttpContext!.Request, View.Day);
        if (View is not null && !IsThere) NotThere.Answer(Http.HttpContext!);
        else Http.HttpContext!.Items[typeof(Edition)] = View?.Edition;
    }

    // As the page is kept under, where it is.
    private async Task<string> StaleAsync(DashboardView view) =>
        Http.HttpContext!.Items is var items && view.Edition.Equals(items[typeof(PageCache)]) && items[typeof(Standing)] is string kept
            ? kept
            : await Reports.StandingAsync(view) ?? "";

    private async Task ReadWithoutDayAsync()
    {
        (Fault, Latest) = Filter.Nothing(await Reports.DaysAsync());
        ShowsWithoutDay = await LoadWithoutDayAsync(await Reports.EditionAsync());
    }

    protected static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    protected static string Percent(long part, long whole) => Share.Percent(Share.Of(part, whole), "–");

    protected static string Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";

    protected static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Where the devices of a number are listed; null where the day's are removed.</summary>
    protected string? List(Filter filter) => IsRemoved ? null : filter.Link("/devices");

    /// <summary>Where a dataset can be had, of what the page shows of it.</summary>
    protected string Dataset(string name) => Shown.Link($"/export/{name}.csv");

    /// <summary>Where a table of the page can be had as it is shown.</summary>
    protected string Table(string name) => Shown.Link($"/table/{name}.csv");

    private Filter Shown => Asked with { Tenant = View?.Day.Tenant, Date = View?.Day.SnapshotDate, Page = 1 };
}
