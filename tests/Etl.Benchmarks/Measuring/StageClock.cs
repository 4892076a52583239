using System.Diagnostics;

namespace Etl.Benchmarks.Measuring;

/// <summary>
/// Cuts the life of this process into stages. CPU counts from the start of the process, so that the first stage pays for the runtime.
/// </summary>
internal sealed class StageClock
{
    private const double Megabyte = 1 << 20;

    private readonly List<StageFigures> _stages = [];
    private long _timestamp = Stopwatch.GetTimestamp();
    private TimeSpan _cpu;
    private long _allocated;

    /// <summary>Ends the stage that began with the end of the one before.</summary>
    public void End(string stage, long rows)
    {
        var timestamp = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        _stages.Add(new StageFigures(
            stage,
            Stopwatch.GetElapsedTime(_timestamp, timestamp).TotalSeconds,
            (cpu - _cpu).TotalSeconds,
            (allocated - _allocated) / Megabyte,
            rows));
        (_timestamp, _cpu, _allocated) = (timestamp, cpu, allocated);
    }

    public VariantFigures ToFigures(long devices = 0)
    {
        using var process = Process.GetCurrentProcess();
        return new VariantFigures(_stages, process.PeakWorkingSet64 / Megabyte, devices);
    }
}
