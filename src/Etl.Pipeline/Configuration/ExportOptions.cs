namespace Etl.Pipeline.Configuration;

/// <summary>Where exports go by default, and for whom (<c>Export</c>).</summary>
public sealed record ExportOptions
{
    /// <summary>Where exports go without <c>--output</c>.</summary>
    public string Directory { get; init; } = "data/exports";

    /// <summary>CRLF line ends and a byte order mark, as Excel wants them.</summary>
    public bool Excel { get; init; }
}
