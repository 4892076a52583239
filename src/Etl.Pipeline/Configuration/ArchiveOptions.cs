namespace Etl.Pipeline.Configuration;

/// <summary>Where the raw pages and files of each run are kept (<c>Archive</c>).</summary>
public sealed record ArchiveOptions
{
    /// <summary>Keep every raw page and file of a run. Without them a day cannot be rebuilt with newer rules.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Folder; each tenant, day and run gets one below it.</summary>
    public string Path { get; init; } = "data/archive";
}
