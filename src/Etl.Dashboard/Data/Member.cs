namespace Etl.Dashboard.Data;

/// <summary>A member of a dimension, with its words for people.</summary>
public sealed record Member
{
    public required string Dimension { get; init; }
    public required string Code { get; init; }
    public required string Label { get; init; }
    public string? Description { get; init; }
    public string? RecommendedAction { get; init; }
    public string? Severity { get; init; }
    public required int SortOrder { get; init; }
}
