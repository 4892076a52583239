using Etl.Model.Runs;

namespace Etl.Cli.Tests;

internal static class Sample
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    public static RunRecord Run { get; } = new()
    {
        RunId = new Guid("0192f3a0-0000-7000-8000-000000000001"),
        Tenant = "contoso",
        AsOf = AsOf,
        SnapshotDate = new DateOnly(2026, 11, 22),
        State = RunState.Running,
        Started = AsOf,
    };
}
