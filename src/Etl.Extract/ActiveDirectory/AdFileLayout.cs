namespace Etl.Extract.ActiveDirectory;

/// <summary>How one export file turned out to be written.</summary>
/// <param name="Columns">The headers that are read.</param>
/// <param name="Missing">What no column holds, by the header that <see cref="AdExportCommand"/> gives it.</param>
public sealed record AdFileLayout(
    string Name, string Encoding, char Delimiter, IReadOnlyList<string> Columns, IReadOnlyList<string> Missing);
