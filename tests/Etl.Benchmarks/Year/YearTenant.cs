using System.Globalization;
using Etl.Model.Devices;
using Etl.Model.Values;

namespace Etl.Benchmarks.Year;

/// <summary>
/// A company's devices day after day, classified already: used on working days, renamed, moved, enrolled, retired and bought at the rates
/// of a company. The same every time.
/// </summary>
internal sealed class YearTenant
{
    private static readonly string[] Methods = ["EntraJoin", "GroupPolicy", "CoManagement", "AndroidFullyManaged", "AppleAutomatedWithUser"];
    private static readonly string[] Builds = ["10.0.19045.4529", "10.0.22631.4317", "10.0.22631.4460", "10.0.26100.2314", "14", "18.1"];
    private static readonly string[] Models = ["Latitude 7450", "ThinkPad T14", "EliteBook 840 G10", "Surface Laptop 6", "Pixel 8", "iPhone 15"];
    private static readonly JoinType[] JoinTypes =
        [JoinType.EntraJoined, JoinType.HybridJoined, JoinType.HybridJoined, JoinType.EntraRegistered, JoinType.DomainJoined];

    private readonly Random _random = new(20261124);
    private readonly List<ClassifiedDevice> _devices;
    private DateOnly _day;
    private int _made;

    public YearTenant(int devices, DateOnly firstDay)
    {
        _day = firstDay;
        _devices = [.. Enumerable.Range(0, devices).Select(_ => NewDevice(age: _random.Next(1, 900)))];
    }

    /// <summary>
    /// The devices as they are on a day; days come in their order. Copied as a whole: a run makes its records anew, one behind the other
    /// in memory, and devices that have been kept here for a year would be read ever slower.
    /// </summary>
    public IReadOnlyList<ClassifiedDevice> On(DateOnly day)
    {
        for (; _day < day; _day = _day.AddDays(1)) Drift(_day.AddDays(1));
        return [.. _devices.Select(Copy)];
    }

    private static ClassifiedDevice Copy(ClassifiedDevice device) => device with
    {
        DeviceName = Copy(device.DeviceName),
        SerialNumber = Copy(device.SerialNumber),
        OrganizationalUnit = Copy(device.OrganizationalUnit),
        PrimaryUser = Copy(device.PrimaryUser),
        AdDistinguishedName = Copy(device.AdDistinguishedName),
    };

    private static string? Copy(string? text) => text is null ? null : new string(text.AsSpan());

    private void Drift(DateOnly day)
    {
        var workday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        for (var i = 0; i < _devices.Count; i++)
            _devices[i] = Chance(1_000) ? NewDevice(age: 0, day) : Changed(Used(_devices[i], day, workday), day);
    }

    private ClassifiedDevice Used(ClassifiedDevice device, DateOnly day, bool workday)
    {
        var isUsed = !device.IsStale && _random.Next(100) < (workday ? 80 : 15);
        var activity = isUsed ? Moment(day) : device.LastActivity!.Value;
        var since = day.DayNumber - DateOnly.FromDateTime(activity.UtcDateTime).DayNumber;
        return device with
        {
            LastActivity = activity,
            LastSync = isUsed && device.IsEnrolled ? activity.AddMinutes(-_random.Next(480)) : device.LastSync,
            DaysSinceActivity = since,
            OsVersion = isUsed && Chance(60) ? Builds[_random.Next(Builds.Length)] : device.OsVersion,
        };
    }

    private ClassifiedDevice Changed(ClassifiedDevice device, DateOnly day) => _random.Next(2_000) switch
    {
        0 => device with { DeviceName = FormattableString.Invariant($"PC-{_random.Next(1_000_000):000000}") },
        1 or 2 => device with { PrimaryUser = FormattableString.Invariant($"user{_random.Next(80_000)}@contoso.example") },
        3 => device with { OrganizationalUnit = FormattableString.Invariant($"OU=Site {_random.Next(40)},DC=contoso,DC=example") },
        4 or 5 or 6 when !device.IsEnrolled => Enrolled(device, day),
        7 when device.IsEnrolled => NotEnrolled(device, GapReason.Unenrolled),
        < 20 when device.IsEnrolled => device with { ComplianceState = device.ComplianceState == "compliant" ? "noncompliant" : "compliant" },
        _ => device,
    };

    private ClassifiedDevice NewDevice(int age, DateOnly? bought = null)
    {
        var number = ++_made;
        var random = _random.Next();
        var joinType = JoinTypes[random % JoinTypes.Length];
        var day = (bought ?? _day).AddDays(-age);
        var isStale = age > 0 && Chance(8);
        var device = new ClassifiedDevice
        {
            DeviceId = NewId(),
            DeviceName = FormattableString.Invariant($"PC-{number:000000}"),
            JoinType = joinType,
            EnrollmentState = EnrollmentState.NotEnrolled,
            EnrollmentMethod = nameof(EnrollmentState.NotEnrolled),
            Platform = joinType == JoinType.EntraRegistered ? Platform.Android : Platform.Windows,
            Ownership = joinType == JoinType.EntraRegistered ? Ownership.Personal : Ownership.Company,
            ComplianceState = "unknown",
            ManagementAgent = "none",
            Scope = isStale ? Scope.Stale : joinType == JoinType.EntraRegistered ? Scope.Personal : Scope.InScope,
            GapReason = GapReason.Unexplained,
            IsCovered = false,
            IsAutopilot = random % 3 == 0,
            InEntra = joinType != JoinType.DomainJoined,
            InIntune = false,
            InAd = joinType is JoinType.HybridJoined or JoinType.DomainJoined,
            AdMatch = joinType is JoinType.HybridJoined or JoinType.DomainJoined ? AdMatch.ObjectGuid : AdMatch.None,
            IntuneMatch = IntuneMatch.None,
            IntuneRecordCount = 0,
            IsStale = isStale,
            LastActivity = Moment(isStale ? _day.AddDays(-100 - _random.Next(300)) : bought ?? _day),
            DaysSinceActivity = isStale ? 100 : 0,
            Registered = Moment(day),
            OsVersion = Builds[_random.Next(Builds.Length)],
            SerialNumber = FormattableString.Invariant($"5CD{number:0000000}"),
            Manufacturer = "Contoso Hardware",
            Model = Models[random % Models.Length],
            PrimaryUser = FormattableString.Invariant($"user{number}@contoso.example"),
            OrganizationalUnit = FormattableString.Invariant($"OU=Site {number % 40},DC=contoso,DC=example"),
            EntraObjectId = NewId(),
            AdDistinguishedName = FormattableString.Invariant($"CN=PC-{number:000000},OU=Site {number % 40},DC=contoso,DC=example"),
        };
        return !isStale && joinType != JoinType.DomainJoined && (age > 0 ? !Chance(4) : Chance(2)) ? Enrolled(device, day) : NotEnrolled(device, GapReason.Unexplained);
    }

    private ClassifiedDevice Enrolled(ClassifiedDevice device, DateOnly day) => device with
    {
        EnrollmentState = EnrollmentState.Enrolled,
        EnrollmentMethod = Methods[_random.Next(Methods.Length)],
        ComplianceState = Chance(10) ? "noncompliant" : "compliant",
        ManagementAgent = "mdm",
        GapReason = GapReason.None,
        IsCovered = device.IsInScope,
        InIntune = true,
        IntuneMatch = IntuneMatch.DeviceId,
        IntuneRecordCount = 1,
        IntuneId = NewId(),
        JoinTypeAsExpected = true,
        Enrolled = Moment(day.AddDays(_random.Next(3))),
        LastSync = device.LastActivity,
    };

    private static ClassifiedDevice NotEnrolled(ClassifiedDevice device, GapReason reason) => device with
    {
        EnrollmentState = EnrollmentState.NotEnrolled,
        EnrollmentMethod = nameof(EnrollmentState.NotEnrolled),
        ComplianceState = "unknown",
        GapReason = device.Scope switch { Scope.Stale => GapReason.Stale, Scope.Personal => GapReason.Personal, _ => reason },
        IsCovered = false,
        JoinTypeAsExpected = null,
    };

    // Graph tells instants to the second.
    private DateTimeOffset Moment(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(_random.Next(86_400));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private SourceId NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new SourceId(new Guid(bytes));
    }
}
