using System.Globalization;
using Etl.Warehouse;

namespace Etl.Dashboard.Data;

/// <summary>The day of a tenant that a page shows, and what there is to choose from.</summary>
/// <param name="Edition">What all of the page is read of.</param>
/// <param name="Days">All published days of all tenants.</param>
public sealed record DashboardView(Edition Edition, SnapshotDay Day, IReadOnlyList<SnapshotDay> Days, IReadOnlyList<Member> Members)
{
    /// <summary>What is said of a day whose devices are no longer there.</summary>
    public string Removed => string.Create(CultureInfo.InvariantCulture,
        $"The devices of {Day.SnapshotDate:yyyy-MM-dd} were removed by retention (Retention:SnapshotDays); coverage and trend are kept.");

    public IEnumerable<string> Tenants => Days.Select(day => day.Tenant).Distinct();

    /// <summary>The members of a dimension in their order.</summary>
    public IEnumerable<Member> Of(string dimension) =>
        Members.Where(member => member.Dimension == dimension).OrderBy(member => member.SortOrder).ThenBy(member => member.Code, StringComparer.Ordinal);

    public Member? Find(string dimension, string code) => Members.FirstOrDefault(member => member.Dimension == dimension && member.Code == code);

    public string LabelOf(string dimension, string code) => Find(dimension, code)?.Label ?? code;
}
