using Etl.Model.Devices;
using Etl.Model.Values;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>M of the rules: an Intune managed device, reduced to what they and the warehouse read. The default row is "no M".</summary>
internal struct IntuneRow
{
    public SourceId Id;

    /// <summary>What it is matched by: the usable <c>azureADDeviceId</c>, else its own id.</summary>
    public Guid Key;

    public TextRef DeviceName;
    public TextRef SerialNumber;
    public TextRef PrimaryUser;
    public Instant Enrolled;
    public Instant LastSync;
    public Instant CertificateExpires;
    public string? EnrollmentType;
    public string? EnrollmentProfileName;
    public string? AgentText;
    public string? ComplianceState;
    public string? OperatingSystem;
    public string? OsVersion;
    public string? Manufacturer;
    public string? Model;

    /// <summary>Of the primary record: how many stand under its key.</summary>
    public int RecordCount;

    public ManagementAgent Agent;
    public ManagementState State;
    public Ownership Ownership;
    public bool IsPresent;
    public bool HasDeviceId;
}
