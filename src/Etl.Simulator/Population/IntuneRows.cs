using System.Globalization;
using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>Makes Intune records.</summary>
internal sealed class IntuneRows(Identity identity, Timeline timeline, Draw draw)
{
    private const string ZeroGuid = "00000000-0000-0000-0000-000000000000";
    private static readonly string[] PlaceholderSerials = ["0", "To be filled by O.E.M.", "Default string", ""];

    public IntuneRow Make(in DeviceState state, RecordRef record, int day)
    {
        var traits = state.Persona.Intune[record.Slot];
        var device = state.Device;
        var facts = HardwareFacts.Of(state.Hardware);
        var system = draw.Of(facts.Systems, Purpose.OsBuild, device);
        var user = identity.UserOf(device);
        var name = identity.Name(device, state.Hardware);
        var hasUser = traits.Link == Link.DeviceId;
        var enrolled = Enrolled(state, record.Slot, traits);
        var compliance = Compliance(device, traits);
        var storage = 64L << draw.Below(5, Purpose.Storage, device);
        var row = new IntuneRow
        {
            Id = identity.IntuneId(device, state.Generation - record.Slot).ToString(),
            AzureADDeviceId = traits.Link switch
            {
                Link.ZeroGuid => ZeroGuid,
                Link.Empty => device % 2 == 0 ? "" : null,
                _ => identity.DeviceId(device, 0).ToString(),
            },
            AzureADRegistered = hasUser && state.Hardware != Hardware.IPad ? true : null,
            DeviceName = name,
            ManagedDeviceName = string.Create(
                CultureInfo.InvariantCulture, $"{user.GivenName}_{facts.NamePrefix}_{enrolled:M/d/yyyy_h:mm tt}"),
            SerialNumber = Serial(state),
            UserId = hasUser ? user.Id.ToString() : "",
            UserPrincipalName = hasUser ? user.UserPrincipalName : "",
            UserDisplayName = hasUser ? user.DisplayName : "",
            Enrolled = traits.Agent == "msSense" ? null : enrolled,
            LastSync = LastSync(state, traits, day, enrolled),
            CertificateExpires = traits.HasCertificate ? CertificateExpires(state, traits, day, enrolled) : null,
            GracePeriodEnds = compliance == "inGracePeriod" ? timeline.Snapshot(day).AddDays(3) : null,
            EnrollmentType = traits.EnrollmentType,
            EnrollmentProfileName = traits.Profile,
            OwnerType = traits.Owner,
            ManagementAgent = traits.Agent,
            ManagementState = traits.State,
            ComplianceState = compliance,
            OperatingSystem = system.Intune,
            OsVersion = identity.OsVersion(device, system) ?? "",
            Manufacturer = facts.Maker,
            Model = draw.Of(facts.Models, Purpose.Model, device),
            IsSupervised = traits.EnrollmentType.StartsWith("appleBulk", StringComparison.Ordinal),
            IsEncrypted = draw.Below(10, Purpose.Storage, device, 1) > 0,
            TotalStorage = storage << 30,
            FreeStorage = (storage << 30) / 100 * draw.Below(95, Purpose.Storage, device, 2),
            ShowsUndeclared = device % 40 == 11,
        };
        return record.Flaw switch
        {
            Flaw.Unusable => row with { Id = draw.Below(2, Purpose.Flaw, device) == 0 ? null : "" },
            Flaw.Duplicate => row with { LastSync = row.LastSync?.AddDays(-3), ComplianceState = "unknown" },
            _ => row,
        };
    }

    /// <summary>What Intune thinks of a managed device; Entra shows the same verdict.</summary>
    public static string ComplianceState(Draw draw, int device) => draw.Below(100, Purpose.Compliance, device) switch
    {
        < 84 => "compliant",
        < 93 => "noncompliant",
        < 97 => "inGracePeriod",
        97 => "error",
        98 => "conflict",
        _ => "unknown",
    };

    private string Compliance(int device, IntuneTraits traits) => traits.Agent switch
    {
        "configurationManagerClient" => "configManager",
        "configurationManagerClientMdm" when draw.Below(4, Purpose.Compliance, device, 1) == 0 => "configManager",
        "msSense" or "eas" or "jamf" or "unknown" => "unknown",
        _ => ComplianceState(draw, device),
    };

    private string? Serial(in DeviceState state) =>
        state.Hardware == Hardware.HomePc ? draw.Of(PlaceholderSerials, Purpose.Serial, state.Device, 1) : identity.Serial(state.Device);

    // The records before the current one were made before it.
    private DateTime Enrolled(in DeviceState state, int slot, IntuneTraits traits)
    {
        var enrolled = timeline.Enrolled(state);
        if (slot == 0 || traits.Link != Link.DeviceId) return enrolled;
        return state.Generation >= slot
            ? timeline.Enrolled(state with { EnrolledDay = state.RegisteredDay })
            : enrolled.AddDays(-30 * slot);
    }

    private DateTime LastSync(in DeviceState state, IntuneTraits traits, int day, DateTime enrolled)
    {
        var sync = timeline.LastSync(state, traits.Activity, day);
        if (sync < enrolled) sync = enrolled;
        // A clock or two always run ahead.
        if (state.Device % 1_000 == 321) sync = sync.AddHours(26);
        return sync.AddTicks(draw.Below(9_999_999, Purpose.Fraction, state.Device, traits.Activity == Activity.Live ? day : -1));
    }

    // Renewed each year while the device checks in.
    private DateTime CertificateExpires(in DeviceState state, IntuneTraits traits, int day, DateTime enrolled)
    {
        var device = state.Device;
        if (traits.CertificateExpired) return timeline.On(-5 - draw.Below(60, Purpose.Certificate, device), Purpose.Certificate, device);
        var lastHeard = traits.Activity == Activity.Live ? timeline.Snapshot(day) : timeline.LastSync(state, traits.Activity, day);
        var years = 1;
        while (enrolled.AddYears(years) <= lastHeard) years++;
        return enrolled.AddYears(years);
    }
}
