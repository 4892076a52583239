using Etl.Model.Devices;
using Etl.Model.Values;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>E of the rules: an Entra device, reduced to what they and the warehouse read. The default row is "no E".</summary>
internal struct EntraRow
{
    public SourceId Id;
    public Guid DeviceId;
    public TextRef DisplayName;
    public TextRef Sid;
    public Instant Registered;
    public Instant LastSignIn;
    public string? EnrollmentProfileName;
    public string? OperatingSystem;
    public string? OsVersion;
    public string? Manufacturer;
    public string? Model;

    /// <summary>Index of the first hardware id in <see cref="EntraInventory.HardwareIds"/>.</summary>
    public int HardwareIdStart;

    public ushort HardwareIdCount;
    public TrustType TrustType;
    public ProfileType ProfileType;
    public MdmApp MdmApp;
    public Ownership Ownership;
    public bool IsPresent;
    public bool IsDisabled;
    public bool IsManaged;
    public bool IsSense;
    public bool HasZtdId;

    /// <summary>No key is registered with the device: <c>alternativeSecurityIds</c> is empty or, where that was not read, it was never registered.</summary>
    public bool IsUnregistered;

    public bool? IsCompliant;
}
