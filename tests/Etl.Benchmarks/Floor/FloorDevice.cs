namespace Etl.Benchmarks.Floor;

/// <summary>The needed properties of a Graph <c>device</c>, as plain as a serializer takes them.</summary>
internal sealed class FloorDevice
{
    public string? Id { get; set; }
    public string? DeviceId { get; set; }
    public string? DisplayName { get; set; }
    public bool? AccountEnabled { get; set; }
    public string? TrustType { get; set; }
    public string? ProfileType { get; set; }
    public DateTimeOffset? RegistrationDateTime { get; set; }
    public DateTimeOffset? ApproximateLastSignInDateTime { get; set; }
    public string? EnrollmentProfileName { get; set; }
    public bool? IsManaged { get; set; }
    public bool? IsCompliant { get; set; }
    public string? ManagementType { get; set; }
    public string? MdmAppId { get; set; }
    public string? DeviceOwnership { get; set; }
    public string? OperatingSystem { get; set; }
    public string? OperatingSystemVersion { get; set; }
    public string? Manufacturer { get; set; }
    public string? Model { get; set; }
    public string? OnPremisesSecurityIdentifier { get; set; }
    public string[]? PhysicalIds { get; set; }
    public Key[]? AlternativeSecurityIds { get; set; }

    /// <summary>Whether there are any is all that is asked.</summary>
    internal sealed class Key
    {
        public int Type { get; set; }
    }
}
