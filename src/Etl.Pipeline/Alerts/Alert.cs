using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Alerts;

/// <summary>A condition of a tenant that came or went.</summary>
/// <param name="IsRaised">False where it is over.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record Alert(string Tenant, AlertCondition Condition, bool IsRaised, string Message, DateTimeOffset Time)
{
    /// <summary>The run that it is about, where it is about one.</summary>
    public Guid? RunId { get; init; }
}
