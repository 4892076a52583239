namespace Etl.Model.Sources;

/// <summary>How far the reading of one source is.</summary>
/// <param name="ExpectedRows">The source's own count or that of the run before; null where nobody knows.</param>
public readonly record struct SourceProgress(SourceKind Source, int Pages, long Rows, long? ExpectedRows);
