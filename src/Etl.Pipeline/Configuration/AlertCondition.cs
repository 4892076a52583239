namespace Etl.Pipeline.Configuration;

/// <summary>What an alert can be about. Each is on or off for a tenant; a change is told, a repetition is not.</summary>
public enum AlertCondition
{
    /// <summary>The last run failed.</summary>
    Failed,

    /// <summary>The last run was held by a quality gate.</summary>
    Held,

    /// <summary>No run was published for longer than <c>Alerts:LateAfterHours</c>.</summary>
    Late,

    /// <summary>Coverage is below <c>Rules:CoverageTarget</c>.</summary>
    BelowTarget,
}
