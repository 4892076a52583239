using DuckDB.NET.Data;
using Etl.Model.Devices;

namespace Etl.Load.Staging.DuckDb;

/// <summary>One device as a row of <c>staging.classified_device</c>, in the order of its columns.</summary>
internal static class DeviceRow
{
    public static void Append(IDuckDBAppenderRow row, int number, ClassifiedDevice device, StagedCodes codes, DeviceHash hash)
    {
        row.AppendValue(number)
            .AppendValue(StoredId.KeyOf(device.DeviceId))
            .AppendValue(device.DeviceId.OtherText)
            .AppendValue(device.DeviceName)
            .AppendValue((short)device.JoinType)
            .AppendValue((short)device.EnrollmentState)
            .AppendValue(codes.OfMethod(device.EnrollmentMethod))
            .AppendValue((short)device.Platform)
            .AppendValue((short)device.Ownership)
            .AppendValue(codes.OfComplianceState(device.ComplianceState))
            .AppendValue(codes.OfAgent(device.ManagementAgent))
            .AppendValue((short)device.Scope)
            .AppendValue((short)device.GapReason);
        AppendFlags(row, device);
        row.AppendValue(MatchCodes.Of(device.AdMatch))
            .AppendValue(MatchCodes.Of(device.IntuneMatch))
            .AppendValue(device.IntuneRecordCount)
            .AppendValue(device.OsVersion)
            .AppendValue(device.LastActivity?.UtcDateTime)
            .AppendValue(device.LastSync?.UtcDateTime)
            .AppendValue(device.DaysSinceActivity);
        AppendAttributes(row, device);
        row.AppendValue(hash.OfType2(device))
            .AppendValue(hash.OfType1(device))
            .EndRow();
    }

    private static void AppendFlags(IDuckDBAppenderRow row, ClassifiedDevice device) =>
        row.AppendValue(device.IsEnrolled)
            .AppendValue(device.IsInScope)
            .AppendValue(device.IsCovered)
            .AppendValue(device.InEntra)
            .AppendValue(device.InIntune)
            .AppendValue(device.InAd)
            .AppendValue(device.IsAutopilot)
            .AppendValue(device.IsStale)
            .AppendValue(device.JoinTypeAsExpected);

    private static void AppendAttributes(IDuckDBAppenderRow row, ClassifiedDevice device) =>
        row.AppendValue(device.Registered?.UtcDateTime)
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
            .AppendValue(device.AdSid);
}
