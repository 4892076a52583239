namespace Etl.Simulator.Graph;

/// <summary>Where in a list a page begins.</summary>
/// <param name="Ordinal">0 for the first page of the list.</param>
/// <param name="IsFilled">False until an empty page stood in for it, where such a page is due.</param>
internal readonly record struct PagePosition(int Start, int Ordinal, bool IsFilled);
