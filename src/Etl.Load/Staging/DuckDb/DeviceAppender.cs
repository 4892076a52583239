using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using Etl.Model.Devices;

namespace Etl.Load.Staging.DuckDb;

/// <summary>Appends devices to <c>staging.device</c>, and at the end the profiles that they share to <c>staging.profile</c>.</summary>
internal sealed class DeviceAppender(DuckDBConnection connection)
{
    /// <summary>The library's appender holds its rows outside the store's memory limit until it is closed.</summary>
    private const int RowsPerAppender = 61_440;

    private readonly Dictionary<DeviceProfile, int> _profiles = [];
    private readonly DeviceHash _hash = new();

    /// <summary>Devices appended.</summary>
    public int Count { get; private set; }

    /// <summary>Appends as many as one appender of the library holds. False where the devices have ended.</summary>
    public bool AppendSome(IEnumerator<ClassifiedDevice> devices)
    {
        using var appender = connection.CreateAppender("staging", "device");
        for (var i = 0; i < RowsPerAppender; i++)
        {
            if (!devices.MoveNext()) return false;
            DeviceRow.Append(appender.CreateRow(), ++Count, NumberOf(DeviceProfile.Of(devices.Current)), devices.Current, _hash);
        }

        return true;
    }

    public void AppendProfiles()
    {
        using var appender = connection.CreateAppender("staging", "profile");
        foreach (var (profile, number) in _profiles) profile.Append(appender.CreateRow(), number);
    }

    private int NumberOf(in DeviceProfile profile)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_profiles, profile, out var isKnown);
        if (!isKnown) number = _profiles.Count;
        return number;
    }
}
