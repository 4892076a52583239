using System.IO.Hashing;
using System.Runtime.InteropServices;
using Etl.Model.Sources;
using Etl.Model.Values;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>All Intune managed devices of one extract. One writer.</summary>
public sealed class IntuneInventory
{
    internal ChunkedList<IntuneRow> Rows { get; } = new();
    internal TextPool Texts { get; } = new();

    public int Count => Rows.Count;

    internal void Clear()
    {
        Rows.Clear();
        Texts.Clear();
    }

    public void Add(ManagedDevice device) => Rows.Add(new IntuneRow
    {
        IsPresent = true,
        Id = device.Id,
        Key = device.AzureADDeviceId ?? OwnKey(device.Id.ToString()),
        HasDeviceId = device.AzureADDeviceId is not null,
        DeviceName = Texts.Add(device.DeviceName),
        SerialNumber = Texts.Add(device.SerialNumber),
        PrimaryUser = Texts.Add(device.UserPrincipalName),
        Enrolled = Instant.From(device.EnrolledDateTime),
        LastSync = Instant.From(device.LastSyncDateTime),
        CertificateExpires = Instant.From(device.ManagementCertificateExpirationDate),
        EnrollmentType = device.DeviceEnrollmentType,
        EnrollmentProfileName = device.EnrollmentProfileName,
        AgentText = device.ManagementAgent,
        ComplianceState = device.ComplianceState,
        OperatingSystem = device.OperatingSystem,
        OsVersion = device.OsVersion,
        Manufacturer = device.Manufacturer,
        Model = device.Model,
        Agent = Codes.ReadAgent(device.ManagementAgent),
        State = Codes.ReadManagementState(device.ManagementState),
        Ownership = Codes.ReadIntuneOwner(device.ManagedDeviceOwnerType),
    });

    // An Intune id is a GUID; a server that writes another text gets a key that only that text has.
    private static Guid OwnKey(string id) =>
        GuidText.TryRead(id, out var key) ? key : new Guid(XxHash128.Hash(MemoryMarshal.AsBytes(id.AsSpan())));
}
