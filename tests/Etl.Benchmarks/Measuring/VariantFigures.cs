namespace Etl.Benchmarks.Measuring;

/// <summary>What one variant took of the process that it had to itself.</summary>
/// <param name="PeakMegabytes">Largest resident memory, native memory included.</param>
/// <param name="Devices">Devices written; 0 where none are.</param>
internal sealed record VariantFigures(IReadOnlyList<StageFigures> Stages, double PeakMegabytes, long Devices)
{
    public double Seconds => Stages.Sum(stage => stage.Seconds);
    public double CpuSeconds => Stages.Sum(stage => stage.CpuSeconds);
    public double AllocatedMegabytes => Stages.Sum(stage => stage.AllocatedMegabytes);
    public long Rows => Stages.Sum(stage => stage.Rows);
}
