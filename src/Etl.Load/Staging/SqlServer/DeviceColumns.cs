using Etl.Model.Devices;

namespace Etl.Load.Staging.SqlServer;

/// <summary>The columns of <c>staging.classified_device</c> in the order of the table.</summary>
internal static class DeviceColumns
{
    // As wide as the columns in sql/sqlserver/up/: a text beyond them is cut rather than let it stop a tenant.
    private const int CodeLength = 200;
    private const int TextLength = 400;
    private const int PathLength = 2_000;

    public static readonly DeviceColumn[] All =
    [
        new("staged_row", typeof(int), (_, number, _) => number),
        Text("device_id", TextLength, device => device.DeviceId.ToString()),
        Text("device_name", TextLength, device => device.DeviceName),
        Key("join_type_key", device => (byte)device.JoinType),
        Key("enrollment_state_key", device => (byte)device.EnrollmentState),
        Text("enrollment_method", CodeLength, device => device.EnrollmentMethod),
        Key("platform_key", device => (byte)device.Platform),
        Key("ownership_key", device => (byte)device.Ownership),
        Text("compliance_state", CodeLength, device => device.ComplianceState),
        Text("management_agent", CodeLength, device => device.ManagementAgent),
        Key("scope_key", device => (byte)device.Scope),
        Key("gap_reason_key", device => (byte)device.GapReason),
        Flag("is_enrolled", device => device.IsEnrolled),
        Flag("is_in_scope", device => device.IsInScope),
        Flag("is_covered", device => device.IsCovered),
        Flag("in_entra", device => device.InEntra),
        Flag("in_intune", device => device.InIntune),
        Flag("in_ad", device => device.InAd),
        Flag("is_autopilot", device => device.IsAutopilot),
        Flag("is_stale", device => device.IsStale),
        Flag("join_type_as_expected", device => device.JoinTypeAsExpected),
        Text("ad_match", CodeLength, device => MatchCodes.Of(device.AdMatch)),
        Text("intune_match", CodeLength, device => MatchCodes.Of(device.IntuneMatch)),
        Number("intune_record_count", device => device.IntuneRecordCount),
        Text("os_version", TextLength, device => device.OsVersion),
        Instant("last_activity_utc", device => device.LastActivity),
        Instant("last_sync_utc", device => device.LastSync),
        Number("days_since_activity", device => device.DaysSinceActivity),
        Instant("registered_utc", device => device.Registered),
        Instant("enrolled_utc", device => device.Enrolled),
        Text("serial_number", TextLength, device => device.SerialNumber),
        Text("manufacturer", TextLength, device => device.Manufacturer),
        Text("model", TextLength, device => device.Model),
        Text("organizational_unit", PathLength, device => device.OrganizationalUnit),
        Text("primary_user", TextLength, device => device.PrimaryUser),
        Text("entra_object_id", TextLength, device => device.EntraObjectId?.ToString()),
        Text("intune_id", TextLength, device => device.IntuneId?.ToString()),
        Text("ad_distinguished_name", PathLength, device => device.AdDistinguishedName),
        Text("ad_sid", TextLength, device => device.AdSid),
        new("type2_hash", typeof(long), (device, _, hash) => hash.OfType2(device)),
        new("type1_hash", typeof(long), (device, _, hash) => hash.OfType1(device)),
    ];

    private static readonly Dictionary<string, int> Ordinals =
        All.Select((column, ordinal) => (column.Name, ordinal)).ToDictionary(StringComparer.Ordinal);

    public static int OrdinalOf(string name) => Ordinals[name];

    private static DeviceColumn Text(string name, int length, Func<ClassifiedDevice, string?> value) =>
        new(name, typeof(string), (device, _, _) => value(device) is { } text ? text.Length > length ? text[..length] : text : null);

    private static DeviceColumn Key(string name, Func<ClassifiedDevice, byte> value) =>
        new(name, typeof(short), (device, _, _) => Boxes.OfKey(value(device)));

    private static DeviceColumn Flag(string name, Func<ClassifiedDevice, bool?> value) =>
        new(name, typeof(bool), (device, _, _) => value(device) is { } flag ? Boxes.Of(flag) : null);

    private static DeviceColumn Number(string name, Func<ClassifiedDevice, int?> value) =>
        new(name, typeof(int), (device, _, _) => value(device) is { } number ? Boxes.Of(number) : null);

    private static DeviceColumn Instant(string name, Func<ClassifiedDevice, DateTimeOffset?> value) =>
        new(name, typeof(DateTime), (device, _, _) => value(device)?.UtcDateTime);
}
