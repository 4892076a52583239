using Etl.Model.Devices;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>What is known of a device so far: filled from pass to pass, complete after the last.</summary>
internal struct Verdict
{
    public MatchedDevice Records;

    /// <summary>Null unless enrolled, and where the table has no row for it.</summary>
    public EnrollmentMethod? Method;

    public Instant LastActivity;
    public JoinType JoinType;
    public EnrollmentState State;
    public Platform Platform;
    public Ownership Ownership;
    public Scope Scope;
    public bool IsDisabled;
    public bool IsStale;
    public bool IsSuperseded;
    public bool IsCovered;

    public readonly bool IsEnrolled => State == EnrollmentState.Enrolled;
    public readonly bool IsJoined => JoinType is JoinType.EntraJoined or JoinType.HybridJoined;

    /// <summary>Neither disabled nor stale: a device that another row may be superseded by.</summary>
    public readonly bool IsAlive => !IsDisabled && !IsStale;
}
