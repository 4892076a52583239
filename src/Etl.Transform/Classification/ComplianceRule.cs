using Etl.Model.Devices;

namespace Etl.Transform.Classification;

/// <summary>Section 6 of the rules: what compliance says, where it may say anything.</summary>
internal static class ComplianceRule
{
    private const string Unknown = "unknown";

    private static readonly string[] KnownStates =
        ["compliant", "noncompliant", "conflict", "error", "inGracePeriod", "configManager", Unknown];

    public static string Classify(in DeviceFacts device, EnrollmentState state) =>
        state == EnrollmentState.Enrolled ? FromIntune(device.M.ComplianceState)
        : device.E.IsCompliant switch { true => "compliant", false => "noncompliant", null => Unknown };

    // A state that Intune adds one day is its own member; a known one in another case is not.
    private static string FromIntune(string? state)
    {
        if (state is null) return Unknown;
        foreach (var known in KnownStates)
            if (known.Equals(state, StringComparison.OrdinalIgnoreCase)) return known;
        return state;
    }
}
