namespace Etl.Dashboard.Data;

/// <summary>Counts added up under one member of a dimension: a row of a table.</summary>
public sealed record Summary(Member Member, IReadOnlyList<SnapshotCount> Counts)
{
    private static readonly Member All = new() { Dimension = "", Code = "", Label = "All", SortOrder = 0 };

    public string Code => Member.Code;
    public long Devices => Counts.Sum(c => c.Devices);
    public long Enrolled => Counts.Sum(c => c.Enrolled);
    public long InScope => Counts.Sum(c => c.InScope);
    public long Covered => Counts.Sum(c => c.Covered);

    /// <summary>What costs coverage.</summary>
    public long Missing => InScope - Covered;

    public long Autopilot => Counts.Sum(c => c.Autopilot);
    public long UnexpectedJoinType => Counts.Sum(c => c.UnexpectedJoinType);

    public long DevicesIn(Member state) => Counts.Where(c => c.EnrollmentState == state.Code).Sum(c => c.Devices);

    /// <summary>What they come to: the last row of a table.</summary>
    public static Summary Of(IReadOnlyList<SnapshotCount> counts) => new(All, counts);

    /// <summary>What some rows come to.</summary>
    public static Summary Of(IEnumerable<Summary> rows) => Of([.. rows.SelectMany(row => row.Counts)]);

    /// <summary>By the members that have a count, in the dimension's order.</summary>
    public static IReadOnlyList<Summary> ByJoinType(DashboardView view, IReadOnlyList<SnapshotCount> counts) => [.. By(view, counts, "join_type", c => c.JoinType)];

    /// <summary>Without those that have no gap, the most costly first.</summary>
    public static IReadOnlyList<Summary> ByGapReason(DashboardView view, IReadOnlyList<SnapshotCount> counts) =>
        [.. By(view, [.. counts.Where(c => c.GapReason != "None")], "gap_reason", c => c.GapReason).OrderByDescending(gap => gap.Missing).ThenByDescending(gap => gap.Devices)];

    /// <summary>Of those that are enrolled, the most used first.</summary>
    public static IReadOnlyList<Summary> ByMethod(DashboardView view, IReadOnlyList<SnapshotCount> counts) =>
        [.. By(view, [.. counts.Where(c => c.Enrolled > 0)], "enrollment_method", c => c.EnrollmentMethod).OrderByDescending(method => method.Enrolled)];

    /// <summary>The states that have a count.</summary>
    public static IReadOnlyList<Member> States(DashboardView view, IReadOnlyList<SnapshotCount> counts) =>
        [.. By(view, counts, "enrollment_state", c => c.EnrollmentState).Select(state => state.Member)];

    private static IEnumerable<Summary> By(DashboardView view, IReadOnlyList<SnapshotCount> counts, string dimension, Func<SnapshotCount, string?> code)
    {
        var byCode = counts.ToLookup(code);
        return view.Of(dimension).Where(member => byCode.Contains(member.Code)).Select(member => new Summary(member, [.. byCode[member.Code]]));
    }
}
