using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>The events of a warehouse, told from its snapshots alone.</summary>
internal static class Changes
{
    private static readonly (string Event, Func<Row, Row, bool> Holds)[] OfStaying =
    [
        ("JoinTypeChanged", (before, after) => before["join_type"] != after["join_type"]),
        ("Enrolled", (before, after) => !IsEnrolled(before) && IsEnrolled(after)),
        ("Unenrolled", (before, after) => IsEnrolled(before) && !IsEnrolled(after)),
        ("EnrollmentMethodChanged", (before, after) => IsEnrolled(before) && IsEnrolled(after) && before["enrollment_method"] != after["enrollment_method"]),
        ("BecameCompliant", (before, after) => Became("compliant", before, after)),
        ("BecameNonCompliant", (before, after) => Became("noncompliant", before, after)),
    ];

    public static Dictionary<string, int> Count(IEnumerable<Row> devices)
    {
        var counts = OfStaying.Select(kind => kind.Event).Concat(["Appeared", "Removed", "Reappeared"]).ToDictionary(kind => kind, _ => 0, StringComparer.Ordinal);
        foreach (var tenant in devices.GroupBy(row => row["tenant"]))
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            Dictionary<string, Row>? before = null;
            foreach (var day in tenant.GroupBy(row => row["snapshot_date"]).OrderBy(day => day.Key, StringComparer.Ordinal))
            {
                var after = day.ToDictionary(row => row["device_id"]);
                if (before is not null) Compare(before, after, seen, counts);
                seen.UnionWith(after.Keys);
                before = after;
            }
        }

        return counts;
    }

    private static void Compare(Dictionary<string, Row> before, Dictionary<string, Row> after, HashSet<string> seen, Dictionary<string, int> counts)
    {
        counts["Removed"] += before.Keys.Except(after.Keys).Count();
        counts["Appeared"] += after.Keys.Count(id => !seen.Contains(id));
        counts["Reappeared"] += after.Keys.Count(id => seen.Contains(id) && !before.ContainsKey(id));
        foreach (var id in after.Keys.Intersect(before.Keys))
            foreach (var (kind, holds) in OfStaying)
                if (holds(before[id], after[id])) counts[kind]++;
    }

    private static bool IsEnrolled(Row row) => row["enrollment_state"] == "Enrolled";

    private static bool Became(string state, Row before, Row after) => before["compliance_state"] != state && after["compliance_state"] == state;
}
