using Etl.Model.Devices;
using Etl.Model.Values;
using Etl.Transform.Classification;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform;

/// <summary>Writes one verdict out as the row that leaves this stage.</summary>
internal sealed class ClassifiedDeviceMapper(
    Inventories inventories, EnrollmentMethodTable methods, Func<SourceId, bool> wasEnrolled, Instant t)
{
    private static readonly string[] StateNames = Enum.GetNames<EnrollmentState>();

    public ClassifiedDevice Map(in Verdict verdict)
    {
        var device = inventories.FactsOf(verdict.Records, t);
        var deviceId = DeviceId(device);
        var method = verdict.IsEnrolled ? verdict.Method ?? methods.FindUnmapped(device.M.EnrollmentType) : null;
        var distinguishedName = inventories.ActiveDirectory.Texts.Read(device.A.DistinguishedName);
        return new ClassifiedDevice
        {
            DeviceId = deviceId,
            DeviceName = inventories.DeviceName(device),
            JoinType = verdict.JoinType,
            EnrollmentState = verdict.State,
            EnrollmentMethod = method?.Code ?? StateNames[(int)verdict.State],
            Platform = verdict.Platform,
            Ownership = verdict.Ownership,
            ComplianceState = ComplianceRule.Classify(device, verdict.State),
            ManagementAgent = device.HasM ? device.M.AgentText ?? "unknown" : "none",
            Scope = verdict.Scope,
            GapReason = GapReasonRule.Classify(device, verdict, deviceId, wasEnrolled),
            IsCovered = verdict.IsCovered,
            IsAutopilot = device.E.HasZtdId,
            InEntra = device.HasE,
            InIntune = device.HasM,
            InAd = device.HasA,
            AdMatch = verdict.Records.AdMatch,
            IntuneMatch = !device.HasM ? IntuneMatch.None : device.M.HasDeviceId ? IntuneMatch.DeviceId : IntuneMatch.Standalone,
            IntuneRecordCount = device.M.RecordCount,
            JoinTypeAsExpected = method is null ? null : EnrollmentMethodTable.IsExpected(method, verdict.JoinType),
            IsStale = verdict.IsStale,
            LastActivity = verdict.LastActivity.ToMilliseconds(),
            DaysSinceActivity = DaysSince(verdict.LastActivity),
            Registered = device.E.Registered.ToMilliseconds(),
            Enrolled = device.M.Enrolled.ToMilliseconds(),
            LastSync = device.M.LastSync.ToMilliseconds(),
            OsVersion = device.M.OsVersion ?? device.E.OsVersion ?? device.A.OsVersion,
            SerialNumber = inventories.Intune.Texts.Read(device.M.SerialNumber),
            Manufacturer = device.M.Manufacturer ?? device.E.Manufacturer,
            Model = device.M.Model ?? device.E.Model,
            PrimaryUser = inventories.Intune.Texts.Read(device.M.PrimaryUser),
            OrganizationalUnit = DistinguishedName.Parent(distinguishedName),
            EntraObjectId = device.HasE ? device.E.Id : (SourceId?)null,
            IntuneId = device.HasM ? device.M.Id : (SourceId?)null,
            AdDistinguishedName = distinguishedName,
            AdSid = inventories.ActiveDirectory.Texts.Read(device.A.Sid),
        };
    }

    private static SourceId DeviceId(in DeviceFacts device) =>
        device.HasE ? new SourceId(device.E.DeviceId)
        : device.HasA ? new SourceId(device.A.ObjectGuid)
        : device.M.HasDeviceId || GuidText.TryRead(device.M.Id.ToString(), out _) ? new SourceId(device.M.Key)
        : device.M.Id;

    private int? DaysSince(Instant instant) =>
        instant.IsKnown ? (int)Math.Floor((t.UtcTicks - instant.UtcTicks) / (double)TimeSpan.TicksPerDay) : null;
}
