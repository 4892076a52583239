using Etl.Model.Devices;

namespace Etl.Pipeline;

/// <summary>Counts devices as they pass by, from the start again where they pass again.</summary>
internal sealed class DeviceTally
{
    public long Devices { get; private set; }
    public long Enrolled { get; private set; }
    public long InScope { get; private set; }
    public long Covered { get; private set; }

    public IEnumerable<ClassifiedDevice> Count(IEnumerable<ClassifiedDevice> devices)
    {
        (Devices, Enrolled, InScope, Covered) = (0, 0, 0, 0);
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
