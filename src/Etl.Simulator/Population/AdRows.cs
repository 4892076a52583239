using Etl.Simulator.Cast;

namespace Etl.Simulator.Population;

/// <summary>Makes computers of the directory.</summary>
internal sealed class AdRows(Identity identity, Timeline timeline, Draw draw)
{
    // Escaped as LDAP wants it.
    private static readonly string[] Containers =
    [
        "OU=Laptops,OU=Oslo", "OU=Laptops,OU=Bergen", "OU=Økonomi\\, Lønn,OU=Oslo",
        "OU=Zürich", "OU=Ærø,OU=Aarhus", "OU=Malmö", "CN=Computers",
    ];

    public AdRow Make(in DeviceState state, RecordRef record, int day)
    {
        var traits = state.Persona.Ad!;
        var device = state.Device;
        var system = draw.Of(HardwareFacts.Of(state.Hardware).Systems, Purpose.OsBuild, device);
        var name = traits.Name ?? identity.AdName(device, state.Hardware);
        var container = traits.Container ?? draw.Of(Containers, Purpose.OrganizationalUnit, device);
        var created = timeline.On(state.BornDay - 1, Purpose.Registered, device);
        var row = new AdRow
        {
            Name = name,
            DistinguishedName = $"CN={name},{container},{identity.BaseDn}",
            DnsHostName = $"{name}.corp.{identity.Domain}".ToLowerInvariant(),
            ObjectGuid = identity.AdObjectGuid(device, traits),
            RelativeId = Identity.RelativeId(device),
            UserAccountControl = traits.Disabled ? traits.UserAccountControl | 2 : traits.UserAccountControl,
            OperatingSystem = system.Ad,
            OperatingSystemVersion = system.AdVersion,
            LastLogon = NeverLoggedOn(state) ? null : Latest(created, timeline.LastStep(state, traits.Activity, day, Purpose.Logon, 14)),
            PasswordLastSet = Latest(created, timeline.LastStep(state, traits.Activity, day, Purpose.Password, 30)),
            Created = created,
            HasUserCertificate = traits.HasCertificate,
            IsTorn = false,
        };
        return record.Flaw switch
        {
            Flaw.Unusable => row with { ObjectGuid = null, IsTorn = draw.Below(2, Purpose.Flaw, device) == 0 },
            // Exported twice while it moved between two containers.
            Flaw.Duplicate => row with
            {
                DistinguishedName = $"CN={name},OU=Flyttet,{identity.BaseDn}",
                LastLogon = row.LastLogon?.AddDays(-30),
                PasswordLastSet = null,
            },
            _ => row,
        };
    }

    private bool NeverLoggedOn(in DeviceState state) =>
        state.Persona.Ad!.Activity == Activity.Live && draw.Below(100, Purpose.Logon, state.Device, -1) == 0;

    private static DateTime Latest(DateTime one, DateTime other) => one > other ? one : other;
}
