namespace Etl.Export;

/// <summary>One export. Without a day, datasets of published days give each tenant's latest, datasets of runs give all.</summary>
public sealed record ExportRequest
{
    /// <summary><see cref="Path"/> for the standard output.</summary>
    public const string StandardOutput = "-";

    public required ExportDataset Dataset { get; init; }

    public ExportFormat Format { get; init; }

    /// <summary>The file to write, or <see cref="StandardOutput"/>; the folder of a lake.</summary>
    public required string Path { get; init; }

    /// <summary>First day; null for no limit where <see cref="To"/> is given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; the same as <see cref="From"/> for a single one.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Null for all tenants.</summary>
    public string? Tenant { get; init; }

    /// <summary>CSV only: byte order mark and CRLF, as Excel likes it.</summary>
    public bool Excel { get; init; }

    /// <summary>CSV only: puts <c>'</c> before text that a spreadsheet would run as a formula.</summary>
    public bool Escape { get; init; } = true;

    /// <summary>CSV only: null for all rows.</summary>
    public RowFilter? Rows { get; init; }
}
