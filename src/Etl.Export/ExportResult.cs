namespace Etl.Export;

/// <summary>What an export wrote.</summary>
public sealed record ExportResult(ExportDataset Dataset, string Path, long Rows);
