using Etl.Model.Sources;
using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>Reads a Graph <c>device</c>.</summary>
internal sealed class EntraDeviceParser : IRecordParser<EntraDevice>
{
    public static readonly SelectedProperties Properties = SelectedProperties.Of<Property>();

    private Draft _draft;

    private enum Property
    {
        Id, DeviceId, DisplayName, AccountEnabled, TrustType, ProfileType, RegistrationDateTime, ApproximateLastSignInDateTime,
        EnrollmentProfileName, IsManaged, IsCompliant, ManagementType, MdmAppId, DeviceOwnership, OperatingSystem, OperatingSystemVersion,
        Manufacturer, Model, OnPremisesSecurityIdentifier, PhysicalIds, AlternativeSecurityIds,
    }

    public FieldReader Fields { get; } = new(Properties.Names);

    public SourceId? Id => _draft.Id;

    public void Begin() => _draft = default;

    public void Read(int property, ref JsonCursor json)
    {
        switch ((Property)property)
        {
            case Property.Id: _draft.Id = Fields.Id(ref json, property); break;
            case Property.DeviceId: _draft.DeviceId = Fields.UsableGuid(ref json, property); break;
            case Property.DisplayName: _draft.DisplayName = Fields.Text(ref json, property); break;
            case Property.AccountEnabled: _draft.AccountEnabled = Fields.Flag(ref json, property); break;
            case Property.TrustType: _draft.TrustType = Fields.SharedText(ref json, property); break;
            case Property.ProfileType: _draft.ProfileType = Fields.SharedText(ref json, property); break;
            case Property.RegistrationDateTime: _draft.Registration = Fields.Instant(ref json, property); break;
            case Property.ApproximateLastSignInDateTime: _draft.LastSignIn = Fields.Instant(ref json, property); break;
            case Property.EnrollmentProfileName: _draft.EnrollmentProfileName = Fields.SharedText(ref json, property); break;
            case Property.IsManaged: _draft.IsManaged = Fields.Flag(ref json, property); break;
            case Property.IsCompliant: _draft.IsCompliant = Fields.Flag(ref json, property); break;
            case Property.ManagementType: _draft.ManagementType = Fields.SharedText(ref json, property); break;
            case Property.MdmAppId: _draft.MdmAppId = Fields.UsableGuid(ref json, property); break;
            case Property.DeviceOwnership: _draft.DeviceOwnership = Fields.SharedText(ref json, property); break;
            case Property.OperatingSystem:
                _draft.OperatingSystem = CleanText.OperatingSystem(Fields.SharedText(ref json, property));
                break;
            case Property.OperatingSystemVersion: _draft.OperatingSystemVersion = Fields.SharedText(ref json, property); break;
            case Property.Manufacturer: _draft.Manufacturer = Fields.SharedText(ref json, property); break;
            case Property.Model: _draft.Model = Fields.SharedText(ref json, property); break;
            case Property.OnPremisesSecurityIdentifier: _draft.Sid = Fields.Sid(ref json, property); break;
            case Property.PhysicalIds: _draft.PhysicalIds = PhysicalIds.Read(ref json, Fields, property); break;
            case Property.AlternativeSecurityIds: _draft.HasAlternativeSecurityIds = HasMembers(ref json, property); break;
            default: throw new ArgumentOutOfRangeException(nameof(property), property, "No such property.");
        }
    }

    public EntraDevice? End(out string? field, out string? reason)
    {
        (field, reason) = _draft switch
        {
            { Id: null } => ("id", "The device has no id."),
            { DeviceId: null } => ("deviceId", "The deviceId is missing, no GUID, or the zero GUID."),
            _ => ((string?)null, (string?)null),
        };
        return field is null ? Build() : null;
    }

    private EntraDevice Build() => new()
    {
        Id = _draft.Id!.Value,
        DeviceId = _draft.DeviceId!.Value,
        DisplayName = _draft.DisplayName,
        AccountEnabled = _draft.AccountEnabled,
        TrustType = _draft.TrustType,
        ProfileType = _draft.ProfileType,
        RegistrationDateTime = _draft.Registration,
        ApproximateLastSignInDateTime = _draft.LastSignIn,
        EnrollmentProfileName = _draft.EnrollmentProfileName,
        IsManaged = _draft.IsManaged,
        IsCompliant = _draft.IsCompliant,
        ManagementType = _draft.ManagementType,
        MdmAppId = _draft.MdmAppId,
        DeviceOwnership = _draft.DeviceOwnership,
        OperatingSystem = _draft.OperatingSystem,
        OperatingSystemVersion = _draft.OperatingSystemVersion,
        Manufacturer = _draft.Manufacturer,
        Model = _draft.Model,
        OnPremisesSecurityIdentifier = _draft.Sid,
        HasZtdId = _draft.PhysicalIds.HasZtdId,
        HardwareIds = _draft.PhysicalIds.HardwareIds ?? [],
        HasAlternativeSecurityIds = _draft.HasAlternativeSecurityIds,
    };

    /// <summary>Whether the array has members. Null is an empty one; the keys in it are of no use here and not kept.</summary>
    private bool? HasMembers(ref JsonCursor json, int property)
    {
        if (json.TryTakeWord("null"u8)) return false;
        if (json.Peek() != '[')
        {
            json.Skip();
            Fields.CountUnreadable(property);
            return null;
        }

        var hasMembers = json.TryEnterArray();
        for (var more = hasMembers; more; more = json.TryNextItem()) json.Skip();
        return hasMembers;
    }

    private struct Draft
    {
        public SourceId? Id;
        public string? DisplayName, TrustType, ProfileType, EnrollmentProfileName, ManagementType, DeviceOwnership;
        public string? OperatingSystem, OperatingSystemVersion, Manufacturer, Model, Sid;
        public Guid? DeviceId, MdmAppId;
        public bool? AccountEnabled, IsManaged, IsCompliant, HasAlternativeSecurityIds;
        public DateTimeOffset? Registration, LastSignIn;
        public PhysicalIds PhysicalIds;
    }
}
