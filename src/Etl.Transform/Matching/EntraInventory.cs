using System.IO.Hashing;
using System.Runtime.InteropServices;
using Etl.Model.Sources;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>All Entra devices of one extract, in a form that a million of them fit into memory. One writer.</summary>
public sealed class EntraInventory
{
    internal ChunkedList<EntraRow> Rows { get; } = new();
    internal TextPool Texts { get; } = new();

    /// <summary>128-bit hashes of the hardware id tags: equal for equal tags, and for no others in the life of this product.</summary>
    internal ChunkedList<UInt128> HardwareIds { get; } = new();

    public int Count => Rows.Count;

    internal void Clear()
    {
        Rows.Clear();
        Texts.Clear();
        HardwareIds.Clear();
    }

    public void Add(EntraDevice device)
    {
        var start = HardwareIds.Count;
        foreach (var tag in device.HardwareIds) HardwareIds.Add(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(tag.AsSpan())));
        Rows.Add(new EntraRow
        {
            IsPresent = true,
            Id = device.Id,
            DeviceId = device.DeviceId,
            DisplayName = Texts.Add(device.DisplayName),
            Sid = Texts.Add(device.OnPremisesSecurityIdentifier),
            Registered = Instant.From(device.RegistrationDateTime),
            LastSignIn = Instant.From(device.ApproximateLastSignInDateTime),
            EnrollmentProfileName = device.EnrollmentProfileName,
            OperatingSystem = device.OperatingSystem,
            OsVersion = device.OperatingSystemVersion,
            Manufacturer = device.Manufacturer,
            Model = device.Model,
            HardwareIdStart = start,
            HardwareIdCount = checked((ushort)(HardwareIds.Count - start)),
            TrustType = Codes.ReadTrustType(device.TrustType),
            ProfileType = Codes.ReadProfileType(device.ProfileType),
            MdmApp = Codes.ReadMdmApp(device.MdmAppId),
            Ownership = Codes.ReadEntraOwnership(device.DeviceOwnership),
            IsDisabled = device.AccountEnabled == false,
            IsManaged = device.IsManaged == true,
            IsSense = Codes.Is(device.ManagementType, "MicrosoftSense"),
            HasZtdId = device.HasZtdId,
            IsUnregistered = device.HasAlternativeSecurityIds is { } has ? !has : device.RegistrationDateTime is null,
            IsCompliant = device.IsCompliant,
        });
    }
}
