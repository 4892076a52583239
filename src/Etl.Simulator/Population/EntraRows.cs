using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>Makes Entra objects.</summary>
internal sealed class EntraRows(Identity identity, Timeline timeline, Draw draw)
{
    private const string Intune = "0000000a-0000-0000-c000-000000000000";
    private const string ConfigMgr = "54b943f8-d761-4f8d-951e-9cea1846db5a";
    private const string OtherMdm = "0ff1ce00-7a1e-4c11-9e5a-3d0d00c0ffee";

    private static readonly string?[] UnusableDeviceIds = [null, "", "00000000-0000-0000-0000-000000000000", "n/a"];

    public EntraRow Make(in DeviceState state, RecordRef record, int day)
    {
        var traits = state.Persona.Entra[record.Slot];
        var device = state.Device;
        var facts = HardwareFacts.Of(state.Hardware);
        var system = draw.Of(facts.Systems, Purpose.OsBuild, device);
        var synced = traits.Join is Join.Hybrid or Join.Pending;
        var described = traits.Join is not (Join.Pending or Join.Placeholder or Join.None) && facts.Maker.Length > 0;
        var row = new EntraRow
        {
            Id = identity.EntraId(device, record.Slot).ToString(),
            DeviceId = identity.DeviceId(device, record.Slot).ToString(),
            DisplayName = traits.NamedBySerial ? identity.Serial(device) : identity.Name(device, state.Hardware),
            AccountEnabled = !traits.Disabled,
            TrustType = TrustType(traits.Join),
            ProfileType = traits.Profile,
            Registered = Registered(state, record.Slot, traits, day),
            LastSignIn = HasSignIn(device, traits) ? LastSignIn(state, traits, day) : null,
            Created = timeline.On(state.BornDay, Purpose.Registered, device),
            EnrollmentType = EnrollmentType(traits),
            EnrollmentProfileName = traits is { Autopilot: true, Mdm: Mdm.Intune } ? "Corp Autopilot User-Driven" : null,
            IsManaged = traits.Mdm switch { Mdm.Never or Mdm.Defender => null, Mdm.Ended => false, _ => true },
            IsCompliant = IsCompliant(device, traits.Mdm),
            ManagementType = traits.Mdm switch { Mdm.Never => null, Mdm.Defender => "MicrosoftSense", _ => "MDM" },
            MdmAppId = traits.Mdm switch { Mdm.Intune => Intune, Mdm.ConfigMgr => ConfigMgr, Mdm.Other => OtherMdm, _ => null },
            Ownership = traits.Ownership,
            OperatingSystem = traits.Join == Join.Pending ? system.Ad : system.Entra,
            OperatingSystemVersion = Version(device, traits, system),
            Manufacturer = described ? facts.Maker : null,
            Model = described ? draw.Of(facts.Models, Purpose.Model, device) : null,
            OnPremisesSyncEnabled = synced ? true : null,
            OnPremisesLastSync = synced ? timeline.Snapshot(day).AddMinutes(-7 - draw.Below(23, Purpose.Sync, device)) : null,
            OnPremisesSecurityIdentifier = synced ? identity.Sid(device) : null,
            PhysicalIds = PhysicalIds(state, traits),
            HasAlternativeSecurityIds = traits.Join is not (Join.Pending or Join.Placeholder or Join.None),
            ShowsUndeclared = device % 40 == 7,
        };
        return record.Flaw switch
        {
            Flaw.Unusable => Unusable(row, device),
            Flaw.Duplicate => row with
            {
                Id = draw.Guid(Purpose.OtherKey, device).ToString(),
                LastSignIn = row.LastSignIn?.AddDays(-40),
                Registered = null,
            },
            _ => row,
        };
    }

    private EntraRow Unusable(EntraRow row, int device)
    {
        var kind = draw.Below(UnusableDeviceIds.Length + 1, Purpose.Flaw, device);
        return kind == UnusableDeviceIds.Length
            ? row with { Id = null, DeviceId = draw.Guid(Purpose.OtherKey, device).ToString() }
            : row with { Id = draw.Guid(Purpose.OtherKey, device, 1).ToString(), DeviceId = UnusableDeviceIds[kind] };
    }

    private static string? TrustType(Join join) => join switch
    {
        Join.Hybrid or Join.Pending => "ServerAd",
        Join.Joined or Join.Placeholder => "AzureAd",
        Join.Registered => "Workplace",
        _ => null,
    };

    // Graph has an older vocabulary here than in managedDevice.
    private static string? EnrollmentType(EntraTraits traits) => (traits.Mdm, traits.Join) switch
    {
        (Mdm.Never or Mdm.Defender or Mdm.Ended, _) => null,
        (_, Join.Hybrid) => "OnPremiseCoManaged",
        (_, Join.Joined) => "AzureDomainJoined",
        _ => "UserEnrollment",
    };

    // Objects left behind from a machine's past are older than its own.
    private DateTime? Registered(in DeviceState state, int slot, EntraTraits traits, int day)
    {
        if (traits.Join is Join.Pending or Join.Placeholder or Join.None) return null;
        if (traits.RegisteredNightly) return timeline.On(day, Purpose.Registered, state.Device, day);
        return slot == 0
            ? timeline.Registered(state)
            : timeline.On(state.BornDay - 20 - draw.Below(200, Purpose.Twin, state.Device), Purpose.Registered, state.Device, slot);
    }

    private DateTime LastSignIn(in DeviceState state, EntraTraits traits, int day)
    {
        var step = timeline.LastStep(state, traits.Activity, day, Purpose.SignIn, 14);
        var registered = timeline.Registered(state);
        return step > registered ? step : registered;
    }

    // Some active devices have none.
    private bool HasSignIn(int device, EntraTraits traits) =>
        traits.Join is not (Join.Pending or Join.Placeholder or Join.None)
        && (traits.Activity != Activity.Live || draw.Below(60, Purpose.SignIn, device, -1) > 0);

    private bool? IsCompliant(int device, Mdm mdm) => mdm switch
    {
        Mdm.Never or Mdm.Defender => null,
        Mdm.Ended => false,
        _ => IntuneRows.ComplianceState(draw, device) is "compliant" or "inGracePeriod",
    };

    private string? Version(int device, EntraTraits traits, SystemFacts system) => traits.Join switch
    {
        Join.Pending => system.AdVersion,
        Join.Placeholder => null,
        _ => identity.OsVersion(device, system),
    };

    private string[] PhysicalIds(in DeviceState state, EntraTraits traits)
    {
        var tags = new List<string>(5);
        if (traits.Tag != HardwareTag.None)
        {
            var hardware = identity.HardwareId(state.Device, traits.Tag);
            if (traits.Join is Join.Joined or Join.Registered) tags.Add($"[USER-HWID]:{identity.UserIdOf(state.Device)}:{hardware}");
            tags.Add($"[HWID]:h:{hardware}");
        }

        if (traits.Autopilot)
        {
            // The case of tags varies in real tenants.
            tags.Add((state.Device % 10 == 0 ? "[ZTDId]:" : "[ZTDID]:") + draw.Guid(Purpose.AutopilotId, state.Device));
            tags.Add(draw.Below(2, Purpose.OrderId, state.Device) == 0 ? "[OrderID]:CorpLaptop" : "[OrderId]:Kiosk");
        }

        return [.. tags];
    }
}
