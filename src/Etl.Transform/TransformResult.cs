using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Transform.Matching;

namespace Etl.Transform;

/// <summary>What the rules made of three inventories.</summary>
public sealed record TransformResult
{
    public required int DeviceCount { get; init; }

    /// <summary>The devices, made while they are read: each only once, in no particular order.</summary>
    public required IEnumerable<ClassifiedDevice> Devices { get; init; }

    public required SourceCounts Entra { get; init; }
    public required SourceCounts Intune { get; init; }
    public required SourceCounts ActiveDirectory { get; init; }

    /// <summary>Warnings about the data: agents and enrolment types that the rules don't know, instants after the snapshot.</summary>
    public required IReadOnlyList<QualityResult> Warnings { get; init; }

    /// <summary>Enrolment methods that this result may use: those of the table and those made on sight.</summary>
    public required IReadOnlyList<EnrollmentMethod> Methods { get; init; }
}
