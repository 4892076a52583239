namespace Etl.Benchmarks.Measuring;

/// <summary>What one stage took of its process.</summary>
internal sealed record StageFigures(string Stage, double Seconds, double CpuSeconds, double AllocatedMegabytes, long Rows);
