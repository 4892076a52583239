using Etl.Model.Devices;

namespace Etl.Transform.Classification;

/// <summary>A row of <c>config/enrollment-methods.csv</c>. A null key matches everything; keys are compared without case.</summary>
public sealed record EnrollmentMethodRule(string EnrollmentType, string? ManagementAgent, string? JoinType, EnrollmentMethod Method);
