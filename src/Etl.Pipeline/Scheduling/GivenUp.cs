namespace Etl.Pipeline.Scheduling;

/// <summary>Why and when a scheduled run was given up until the next time.</summary>
public sealed record GivenUp(string Reason, DateTimeOffset Time);
