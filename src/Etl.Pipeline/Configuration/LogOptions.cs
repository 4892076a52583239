namespace Etl.Pipeline.Configuration;

/// <summary>The log files of <c>etl serve</c>, beside its console (<c>Logs</c>).</summary>
public sealed record LogOptions
{
    /// <summary>Log files of <c>etl serve</c>, one a day, a line of JSON an event.</summary>
    public string Directory { get; init; } = "data/logs";

    /// <summary>How many of them are kept.</summary>
    public int KeepDays { get; init; } = 31;

    internal IEnumerable<string> Validate()
    {
        if (KeepDays is < 1 or > 3_650) yield return $"KeepDays: {KeepDays} is not between 1 and 3650.";
    }
}
