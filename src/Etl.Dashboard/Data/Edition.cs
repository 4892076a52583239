namespace Etl.Dashboard.Data;

/// <summary>What the warehouse shows from one publication to the next. Two editions are never alike while answers are kept.</summary>
public sealed record Edition
{
    public required long Sources { get; init; }
    public DateTimeOffset? PublishedUtc { get; init; }
}
