using Etl.Dashboard.Data;
using Etl.Model.Devices;
using Etl.Model.Sources;

namespace Etl.Dashboard;

/// <summary>Words for codes that the members of dimensions on the pages are not about: those of <c>dim.scope</c> and <c>dim.compliance_state</c>.</summary>
internal static class Words
{
    public static string Source(string code) => code == nameof(SourceKind.ActiveDirectory) ? "Active Directory" : code;

    public static string ScopeOf(string code) => code switch
    {
        nameof(Scope.InScope) => "In scope",
        nameof(Scope.Excluded) => "Excluded by configuration",
        nameof(Scope.NonUserDevice) => "Not a user's device",
        nameof(Scope.AutopilotPending) => "Autopilot, not yet set up",
        _ => code,
    };

    /// <summary>Whether it is covered: a device that is not in scope costs no coverage.</summary>
    public static string Covered(DeviceRow device) => device.IsCovered ? "yes" : device.Scope == nameof(Scope.InScope) ? "no" : "not in scope";

    public static string Compliance(string code) => code switch
    {
        "compliant" => "Compliant",
        "noncompliant" => "Not compliant",
        "inGracePeriod" => "In grace period",
        "configManager" => "Configuration Manager",
        "unknown" => "Unknown",
        "conflict" => "Conflict",
        "error" => "Error",
        _ => code,
    };

    /// <summary>From what to what it went.</summary>
    public static string Change(DashboardView view, DeviceEvent happened)
    {
        string Label(string? code) => code is null ? "–" : happened.EventType switch
        {
            nameof(DeviceEventType.JoinTypeChanged) => view.LabelOf("join_type", code),
            nameof(DeviceEventType.EnrollmentMethodChanged) => view.LabelOf("enrollment_method", code),
            nameof(DeviceEventType.BecameCompliant) or nameof(DeviceEventType.BecameNonCompliant) => Compliance(code),
            _ => view.LabelOf("enrollment_state", code),
        };
        return happened switch
        {
            { OldCode: null, NewCode: null } => "",
            { OldCode: null } => $": {Label(happened.NewCode)}",
            { NewCode: null } => $": was {Label(happened.OldCode)}",
            _ => $": {Label(happened.OldCode)} → {Label(happened.NewCode)}",
        };
    }
}
