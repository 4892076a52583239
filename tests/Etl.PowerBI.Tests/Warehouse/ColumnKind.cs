namespace Etl.PowerBI.Tests.Warehouse;

/// <summary>What a column holds, whichever store says it.</summary>
internal enum ColumnKind
{
    Text,
    WholeNumber,
    Number,
    TrueFalse,
    Day,
    Instant,
}
