using DuckDB.NET.Data;
using Etl.Model.Devices;

namespace Etl.Load.Staging.DuckDb;

/// <summary>What is a device's own: a row of <c>staging.device</c>, in the order of its columns.</summary>
internal static class DeviceRow
{
    public static void Append(IDuckDBAppenderRow row, int number, int profile, ClassifiedDevice device, DeviceHash hash) => row
        .AppendValue(number)
        .AppendValue(profile)
        .AppendValue(StoredId.KeyOf(device.DeviceId))
        .AppendValue(device.DeviceId.OtherText)
        .AppendValue(device.DeviceName)
        .AppendValue(device.OsVersion)
        .AppendValue(device.LastActivity?.UtcDateTime)
        .AppendValue(device.LastSync?.UtcDateTime)
        .AppendValue(device.DaysSinceActivity)
        .AppendValue(device.Registered?.UtcDateTime)
        .AppendValue(device.Enrolled?.UtcDateTime)
        .AppendValue(device.SerialNumber)
        .AppendValue(device.Manufacturer)
        .AppendValue(device.Model)
        .AppendValue(device.OrganizationalUnit)
        .AppendValue(device.PrimaryUser)
        .AppendValue(device.EntraObjectId?.Guid)
        .AppendValue(device.EntraObjectId?.OtherText)
        .AppendValue(device.IntuneId?.Guid)
        .AppendValue(device.IntuneId?.OtherText)
        .AppendValue(device.AdDistinguishedName)
        .AppendValue(device.AdSid)
        .AppendValue(hash.OfType2(device))
        .AppendValue(hash.OfType1(device))
        .EndRow();
}
