using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;

namespace Etl.Pipeline.Alerts;

/// <summary>What is known of a tenant when its alerts are decided.</summary>
/// <param name="Standing">How it stands in the warehouse, or stood when that could last be read.</param>
/// <param name="IsAtWork">A run of it, or its next attempt, is under way: how the last one ended is not the end.</param>
/// <param name="GivenUp">How this service's last run of it was given up; null where it was not.</param>
/// <param name="Fault">Why the warehouse cannot be read; null where it can.</param>
internal sealed record Seen(TenantStanding Standing, bool IsAtWork, GivenUp? GivenUp, string? Fault);
