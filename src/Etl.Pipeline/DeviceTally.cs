using Etl.Model.Devices;

namespace Etl.Pipeline;

/// <summary>Counts devices as they pass by.</summary>
internal sealed class DeviceTally
{
    public long Devices { get; private set; }
    public long Enrolled { get; private set; }
    public long InScope { get; private set; }
    public long Covered { get; private set; }

    public IEnumerable<ClassifiedDevice> Count(IEnumerable<ClassifiedDevice> devices)
    {
        foreach (var device in devices)
        {
            Devices++;
            if (device.IsEnrolled) Enrolled++;
            if (device.IsInScope) InScope++;
            if (device.IsCovered) Covered++;
            yield return device;
        }
    }
}
