namespace Etl.Export;

/// <summary>What was written into the folder of a lake.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Written">How many files were written.</param>
/// <param name="Unchanged">How many were current.</param>
/// <param name="Rows">How many rows were written.</param>
public sealed record LakeResult(ExportDataset Dataset, string Folder, int Written, int Unchanged, long Rows);
