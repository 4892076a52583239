namespace Etl.Dashboard.Data;

/// <summary>Something that happened to a device.</summary>
public sealed record DeviceEvent
{
    public required DateOnly EventDate { get; init; }
    public required string EventType { get; init; }
    public required string Label { get; init; }
    public string? OldCode { get; init; }
    public string? NewCode { get; init; }
}
