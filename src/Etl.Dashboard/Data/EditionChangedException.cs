namespace Etl.Dashboard.Data;

/// <summary>Something was published while a page was read: it is read again, from its start.</summary>
public sealed class EditionChangedException() : Exception("Something was published while the page was read.");
