namespace Etl.Simulator.Population;

/// <summary>One Entra <c>device</c> as Graph would show it.</summary>
internal sealed record EntraRow
{
    public required string? Id { get; init; }
    public required string? DeviceId { get; init; }
    public required string DisplayName { get; init; }
    public required bool AccountEnabled { get; init; }
    public required string? TrustType { get; init; }
    public required string? ProfileType { get; init; }
    public required DateTime? Registered { get; init; }
    public required DateTime? LastSignIn { get; init; }
    public required DateTime Created { get; init; }
    public required string? EnrollmentType { get; init; }
    public required string? EnrollmentProfileName { get; init; }
    public required bool? IsManaged { get; init; }
    public required bool? IsCompliant { get; init; }
    public required string? ManagementType { get; init; }
    public required string? MdmAppId { get; init; }
    public required string? Ownership { get; init; }
    public required string? OperatingSystem { get; init; }
    public required string? OperatingSystemVersion { get; init; }
    public required string? Manufacturer { get; init; }
    public required string? Model { get; init; }
    public required bool? OnPremisesSyncEnabled { get; init; }
    public required DateTime? OnPremisesLastSync { get; init; }
    public required string? OnPremisesSecurityIdentifier { get; init; }
    public required string[] PhysicalIds { get; init; }
    public required bool HasAlternativeSecurityIds { get; init; }

    /// <summary>Shown with properties that no schema declares.</summary>
    public required bool ShowsUndeclared { get; init; }
}
