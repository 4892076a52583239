namespace Etl.Model.Sources;

/// <summary>A source record that cannot be used. Bad data is data: it is stored with the run, never thrown away.</summary>
/// <param name="Source">Where it was read.</param>
/// <param name="Position">Where in the source: <c>page 3 item 17</c>, <c>ad.csv line 12</c>.</param>
/// <param name="Field">The property or column at fault, as the source spells it; null where the record as a whole cannot be parsed.</param>
/// <param name="Reason">A sentence that says what was expected.</param>
/// <param name="Raw">The record as it was read, at most <see cref="MaxRawLength"/> characters.</param>
public sealed record RejectedRow(SourceKind Source, string Position, string? Field, string Reason, string? Raw)
{
    public const int MaxRawLength = 4_000;

    public string? Raw { get; init => field = Cut(value); } = Cut(Raw);

    private static string? Cut(string? raw) => raw is { Length: > MaxRawLength } ? raw[..MaxRawLength] : raw;
}
