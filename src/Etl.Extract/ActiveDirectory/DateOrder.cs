namespace Etl.Extract.ActiveDirectory;

/// <summary>The orders in which cultures write a date in numbers.</summary>
[Flags]
internal enum DateOrder
{
    None = 0,

    /// <summary>16/11/2026: most of the world.</summary>
    DayFirst = 1,

    /// <summary>11/16/2026: the United States.</summary>
    MonthFirst = 2,

    /// <summary>2026/11/16: East Asia, Hungary, Sweden.</summary>
    YearFirst = 4,

    Any = DayFirst | MonthFirst | YearFirst,
}
