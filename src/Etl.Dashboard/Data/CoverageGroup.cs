namespace Etl.Dashboard.Data;

/// <summary>Devices that count alike for coverage: those that a figure of coverage is of.</summary>
/// <param name="IsCovered">Null for either.</param>
public sealed record CoverageGroup(string Code, string Label, bool IsInScope, bool? IsCovered)
{
    public static readonly CoverageGroup InScope = new(nameof(InScope), "In scope", IsInScope: true, IsCovered: null);
    public static readonly CoverageGroup Covered = new(nameof(Covered), "Covered", IsInScope: true, IsCovered: true);
    public static readonly CoverageGroup NotCovered = new(nameof(NotCovered), "Not covered, in scope", IsInScope: true, IsCovered: false);
    public static readonly CoverageGroup OutOfScope = new(nameof(OutOfScope), "Not in scope", IsInScope: false, IsCovered: null);

    public static IReadOnlyList<CoverageGroup> All { get; } = [InScope, Covered, NotCovered, OutOfScope];

    /// <summary>Null where there is none of this code.</summary>
    public static CoverageGroup? Of(string? code) => All.FirstOrDefault(group => group.Code == code);
}
