namespace Etl.Model.Devices;

/// <summary>A member of the enrolment method dimension: a row of <c>config/enrollment-methods.csv</c>, or one made on sight.</summary>
/// <param name="Code">The <c>Method</c> column, a raw enrolment type without a row, or an enrolment state.</param>
/// <param name="ExpectedJoinType">Join types that the method should leave behind, separated by <c>|</c>; <c>any</c> for all.</param>
public sealed record EnrollmentMethod(
    string Code, string Label, string Category, string? Platform, string? Ownership, string ExpectedJoinType);
