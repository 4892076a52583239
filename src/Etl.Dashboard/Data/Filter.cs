using System.Globalization;
using Etl.Export;
using Microsoft.AspNetCore.Http;

namespace Etl.Dashboard.Data;

/// <summary>What a page is asked to show: all of it stands in the address, so that a view can be sent as a link.</summary>
public sealed partial record Filter
{
    public string? Tenant { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary><see cref="Date"/> as an address has it.</summary>
    public string? Day => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string? JoinType { get; init; }
    public string? Platform { get; init; }
    public string? Ownership { get; init; }
    public string? State { get; init; }
    public string? Method { get; init; }
    public string? Gap { get; init; }

    /// <summary>How the devices count for coverage.</summary>
    public CoverageGroup? Coverage { get; init; }

    /// <summary>Part of a device's name, serial number or id.</summary>
    public string? Search { get; init; }

    public int Page { get; init; } = 1;

    public static Filter From(HttpRequest request)
    {
        string? Text(string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new Filter
        {
            Tenant = Text("tenant"),
            Date = DateOnly.TryParseExact(Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            JoinType = Text("join"),
            Platform = Text("platform"),
            Ownership = Text("ownership"),
            State = Text("state"),
            Method = Text("method"),
            Gap = Text("gap"),
            Coverage = CoverageGroup.Of(Text("coverage")),
            Search = Text("q"),
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
        };
    }

    /// <summary>The address of a page with this filter.</summary>
    public string Link(string path)
    {
        var query = string.Join('&', Parts().Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The same without what narrows a list of devices down.</summary>
    public Filter OfAll() => this with { State = null, Method = null, Gap = null, Coverage = null, Search = null, Page = 1 };

    public bool Shows(SnapshotCount count) =>
        Is(JoinType, count.JoinType) && Is(Platform, count.Platform) && Is(Ownership, count.Ownership);

    /// <summary>The rows of an exported dataset that are shown.</summary>
    /// <param name="found">The ids of the devices that <see cref="Search"/> finds; null where nothing is searched for.</param>
    public RowFilter Rows(IReadOnlySet<string>? found) => new(
    [
        ("join_type", JoinType), ("platform", Platform), ("ownership", Ownership), ("enrollment_state", State), ("enrollment_method", Method), ("gap_reason", Gap),
        ("is_in_scope", Flag(Coverage?.IsInScope)), ("is_covered", Flag(Coverage?.IsCovered)),
    ], found);

    public IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("tenant", Tenant), ("date", Day), ("join", JoinType), ("platform", Platform),
        ("ownership", Ownership), ("state", State), ("method", Method), ("gap", Gap), ("coverage", Coverage?.Code), ("q", Search),
        ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
    ];

    // As an exported file has it.
    private static string? Flag(bool? value) => value switch { true => "true", false => "false", null => null };

    private static bool Is(string? wanted, string code) => wanted is null || wanted == code;
}
