using System.Globalization;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>What each measure must give for the demo warehouse without a filter, computed from the exported files.</summary>
internal sealed class Figures(
    IReadOnlyList<Row> devices, IReadOnlyList<Row> runs, IReadOnlyList<Row> quality, IReadOnlyList<Row> rejects,
    IReadOnlyList<double> waits, double target, DateTime now)
{
    private readonly Dictionary<string, int> _events = Changes.Count(devices);
    private readonly List<IGrouping<string, Row>> _tenants = [.. devices.GroupBy(row => row["tenant"])];

    public IReadOnlyDictionary<string, object?> All()
    {
        Dictionary<string, object?> figures = new(StringComparer.Ordinal)
        {
            ["Devices"] = Count(Latest, _ => true),
            ["Enrolled devices"] = Count(Latest, Is("is_enrolled")),
            ["Devices in scope"] = Count(Latest, Is("is_in_scope")),
            ["Covered devices"] = Count(Latest, Is("is_covered")),
            ["Devices not covered"] = Count(Latest, row => row["is_in_scope"] == "true" && row["is_covered"] == "false"),
            ["Stale devices"] = Count(Latest, Is("is_stale")),
            ["Devices with a gap"] = Count(Latest, row => row["gap_reason"] != "None"),
            ["Devices joined unexpectedly"] = Count(Latest, row => row["join_type_as_expected"] == "false"),
            ["Coverage"] = Coverage(Latest),
            ["Coverage of all"] = Share(Latest, Is("is_enrolled"), _ => true),
            ["Coverage target"] = target,
            ["Gap to target"] = target - Coverage(LatestOf("contoso")),
            ["Devices missing to target"] = Math.Max(0,
                Math.Ceiling(Math.Round(target * Count(LatestOf("contoso"), Is("is_in_scope")), 6)) - Count(LatestOf("contoso"), Is("is_covered"))),
            ["Compliant devices"] = Count(Latest, Compliant),
            ["Compliant share"] = Share(Latest, Compliant, Is("is_enrolled")),
            ["Entra match rate"] = Match("in_entra", "in_intune", "in_ad"),
            ["Intune match rate"] = Match("in_intune", "in_entra", "in_ad"),
            ["AD match rate"] = Match("in_ad", "in_entra", "in_intune"),
            ["Device days"] = (double)devices.Count,
            ["Gap since"] = Latest.Where(row => row["gap_reason"] != "None").Min(row => GapSince(row)),
            ["Last activity"] = Latest.Max(row => Instant(row["last_activity_utc"]))?.Date,
            ["Published days"] = (double)devices.Select(row => (row["tenant"], row["snapshot_date"])).Distinct().Count(),
            ["Events"] = (double)_events.Values.Sum(),
            ["Devices appeared"] = (double)_events["Appeared"],
            ["Devices removed"] = (double)_events["Removed"],
            ["Enrolments"] = (double)_events["Enrolled"],
            ["Unenrolments"] = (double)_events["Unenrolled"],
            ["Devices with a known wait"] = (double)waits.Count,
            ["Median hours to enrol"] = Rank(0.5),
            ["90th percentile hours to enrol"] = Rank(0.9),
            ["Runs"] = (double)runs.Select(row => row["run_id"]).Distinct().Count(),
            ["Failed runs"] = Runs("Failed"),
            ["Held runs"] = Runs("Held"),
            ["Records read"] = Sum("rows_read"),
            ["Records used"] = Sum("rows_used"),
            ["Records rejected"] = Sum("rows_rejected"),
            ["Rejected share"] = Sum("rows_rejected") / Sum("rows_read"),
            ["Throttled seconds"] = Sum("throttled_seconds"),
            ["Data as of"] = DataAsOf,
            ["Hours since data"] = (now - DataAsOf).TotalHours,
            ["Checks failed"] = Count(quality, row => row["passed"] == "false"),
            ["Rejected records"] = (double)rejects.Count,
        };
        foreach (var days in new[] { 7, 28 }) AddChange(figures, days);
        return figures;
    }

    private List<Row> Latest => [.. _tenants.SelectMany(tenant => On(tenant, tenant.Max(row => row["snapshot_date"])!))];

    private DateTime DataAsOf => runs.Where(row => row["state"] == "Published").GroupBy(row => row["tenant"])
        .Min(tenant => tenant.Max(row => Instant(row["as_of_utc"])))!.Value;

    private void AddChange(Dictionary<string, object?> figures, int days)
    {
        var earlier = _tenants.SelectMany(tenant => Before(tenant, days) is { } day ? On(tenant, day) : []).ToList();
        var comparable = _tenants.Where(tenant => Before(tenant, days) is not null).SelectMany(tenant => LatestOf(tenant.Key)).ToList();
        figures[$"Covered devices {days} days before"] = Count(earlier, Is("is_covered"));
        figures[$"Devices in scope {days} days before"] = Count(earlier, Is("is_in_scope"));
        figures[$"Coverage {days} days before"] = Coverage(earlier);
        figures[$"Coverage change {days} days"] = Coverage(comparable) - Coverage(earlier);
        figures[$"Compared day {days} days before"] = (double?)int.Parse(
            DayBefore(devices, devices.Max(row => row["snapshot_date"])!, days)!.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static string? Before(IEnumerable<Row> tenant, int days) => DayBefore(tenant, tenant.Max(row => row["snapshot_date"])!, days);

    private static string? DayBefore(IEnumerable<Row> rows, string last, int days) => rows.Select(row => row["snapshot_date"]).Distinct()
        .Where(day => Day(last).DayNumber - Day(day).DayNumber is var distance && distance >= days && distance < days + 7).Max();

    // The first day of the run of snapshots, without a break, in which the device has the reason that it has last.
    private DateTime? GapSince(Row last)
    {
        var days = devices.Where(row => row["tenant"] == last["tenant"]).Select(row => row["snapshot_date"]).Distinct().OrderDescending();
        var own = devices.Where(row => row["tenant"] == last["tenant"] && row["device_id"] == last["device_id"]).ToDictionary(row => row["snapshot_date"]);
        return days.TakeWhile(day => own.TryGetValue(day, out var row) && row["gap_reason"] == last["gap_reason"])
            .Select(day => (DateTime?)Day(day).ToDateTime(TimeOnly.MinValue)).Last();
    }

    private List<Row> LatestOf(string tenant) => [.. Latest.Where(row => row["tenant"] == tenant)];

    private double Match(string own, string one, string other) =>
        Share(Latest, row => row[own] == "true" && (row[one] == "true" || row[other] == "true"), Is(own));

    private double Rank(double share) => waits.Order().ElementAt((int)Math.Ceiling((decimal)share * waits.Count) - 1);

    private double Runs(string state) => runs.Where(row => row["state"] == state).Select(row => row["run_id"]).Distinct().Count();

    private double Sum(string column) => runs.Sum(row => row[column].Length == 0 ? 0 : double.Parse(row[column], CultureInfo.InvariantCulture));

    private static IEnumerable<Row> On(IEnumerable<Row> tenant, string day) => tenant.Where(row => row["snapshot_date"] == day);

    private static double Coverage(IReadOnlyCollection<Row> rows) => Share(rows, Is("is_covered"), Is("is_in_scope"));

    private static double Share(IReadOnlyCollection<Row> rows, Func<Row, bool> part, Func<Row, bool> whole) => Count(rows, part) / Count(rows, whole);

    private static double Count(IEnumerable<Row> rows, Func<Row, bool> condition) => rows.Count(condition);

    private static Func<Row, bool> Is(string column) => row => row[column] == "true";

    private static bool Compliant(Row row) => row["enrollment_state"] == "Enrolled" && row["compliance_state"] == "compliant";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime? Instant(string text) =>
        text.Length == 0 ? null : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
