using Etl.Model.Sources;
using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>Reads an Intune <c>managedDevice</c>.</summary>
/// <param name="withPrimaryUser">False: the primary user is not kept, even by a server that sends what it was not asked for.</param>
internal sealed class ManagedDeviceParser(bool withPrimaryUser) : IRecordParser<ManagedDevice>
{
    public const string PrimaryUser = "userPrincipalName";

    public static readonly SelectedProperties Properties = SelectedProperties.Of<Property>();

    private Draft _draft;

    private enum Property
    {
        Id, AzureADDeviceId, DeviceName, SerialNumber, UserPrincipalName, EnrolledDateTime, LastSyncDateTime,
        ManagementCertificateExpirationDate, DeviceEnrollmentType, EnrollmentProfileName, ManagedDeviceOwnerType, ManagementAgent,
        ManagementState, ComplianceState, OperatingSystem, OsVersion, Manufacturer, Model,
    }

    public FieldReader Fields { get; } = new(Properties.Names);

    public SourceId? Id => _draft.Id;

    public void Begin() => _draft = default;

    public void Read(int property, ref JsonCursor json)
    {
        switch ((Property)property)
        {
            case Property.Id: _draft.Id = Fields.Id(ref json, property); break;
            case Property.AzureADDeviceId: _draft.AzureADDeviceId = Fields.UsableGuid(ref json, property); break;
            case Property.DeviceName: _draft.DeviceName = Fields.Text(ref json, property); break;
            case Property.SerialNumber: _draft.SerialNumber = CleanText.Serial(Fields.Text(ref json, property)); break;
            case Property.UserPrincipalName when !withPrimaryUser: json.Skip(); break;
            case Property.UserPrincipalName: _draft.UserPrincipalName = Fields.Text(ref json, property); break;
            case Property.EnrolledDateTime: _draft.Enrolled = Fields.Instant(ref json, property); break;
            case Property.LastSyncDateTime: _draft.LastSync = Fields.Instant(ref json, property); break;
            case Property.ManagementCertificateExpirationDate: _draft.CertificateExpiration = Fields.Instant(ref json, property); break;
            case Property.DeviceEnrollmentType: _draft.DeviceEnrollmentType = Fields.SharedText(ref json, property); break;
            case Property.EnrollmentProfileName: _draft.EnrollmentProfileName = Fields.SharedText(ref json, property); break;
            case Property.ManagedDeviceOwnerType: _draft.ManagedDeviceOwnerType = Fields.SharedText(ref json, property); break;
            case Property.ManagementAgent: _draft.ManagementAgent = Fields.SharedText(ref json, property); break;
            case Property.ManagementState: _draft.ManagementState = Fields.SharedText(ref json, property); break;
            case Property.ComplianceState: _draft.ComplianceState = Fields.SharedText(ref json, property); break;
            case Property.OperatingSystem:
                _draft.OperatingSystem = CleanText.OperatingSystem(Fields.SharedText(ref json, property));
                break;
            case Property.OsVersion: _draft.OsVersion = Fields.SharedText(ref json, property); break;
            case Property.Manufacturer: _draft.Manufacturer = Fields.SharedText(ref json, property); break;
            case Property.Model: _draft.Model = Fields.SharedText(ref json, property); break;
            default: throw new ArgumentOutOfRangeException(nameof(property), property, "No such property.");
        }
    }

    public ManagedDevice? End(out string? field, out string? reason)
    {
        (field, reason) = _draft.Id is null ? ("id", "The managed device has no id.") : ((string?)null, (string?)null);
        return field is null ? Build() : null;
    }

    private ManagedDevice Build() => new()
    {
        Id = _draft.Id!.Value,
        AzureADDeviceId = _draft.AzureADDeviceId,
        DeviceName = _draft.DeviceName,
        SerialNumber = _draft.SerialNumber,
        UserPrincipalName = _draft.UserPrincipalName,
        EnrolledDateTime = _draft.Enrolled,
        LastSyncDateTime = _draft.LastSync,
        ManagementCertificateExpirationDate = _draft.CertificateExpiration,
        DeviceEnrollmentType = _draft.DeviceEnrollmentType,
        EnrollmentProfileName = _draft.EnrollmentProfileName,
        ManagedDeviceOwnerType = _draft.ManagedDeviceOwnerType,
        ManagementAgent = _draft.ManagementAgent,
        ManagementState = _draft.ManagementState,
        ComplianceState = _draft.ComplianceState,
        OperatingSystem = _draft.OperatingSystem,
        OsVersion = _draft.OsVersion,
        Manufacturer = _draft.Manufacturer,
        Model = _draft.Model,
    };

    private struct Draft
    {
        public SourceId? Id;
        public string? DeviceName, SerialNumber, UserPrincipalName, DeviceEnrollmentType, EnrollmentProfileName, ManagedDeviceOwnerType;
        public string? ManagementAgent, ManagementState, ComplianceState, OperatingSystem, OsVersion, Manufacturer, Model;
        public Guid? AzureADDeviceId;
        public DateTimeOffset? Enrolled, LastSync, CertificateExpiration;
    }
}
