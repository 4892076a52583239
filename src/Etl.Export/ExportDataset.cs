namespace Etl.Export;

/// <summary>What can be exported. The names on the command line are <see cref="ExportDatasets.NameOf"/>.</summary>
public enum ExportDataset
{
    /// <summary>One row per device of a published day.</summary>
    Devices,

    /// <summary>Counts and ratios of a published day by join type, platform and ownership.</summary>
    Coverage,

    /// <summary>One row per published day: coverage, and how it has moved.</summary>
    Trend,

    /// <summary>One row per device with a gap on a published day, with what to do.</summary>
    Gaps,

    /// <summary>One row per change of a device since the snapshot before.</summary>
    Events,

    /// <summary>One row per month and enrolment method: how long devices waited from join to enrolment.</summary>
    TimeToEnroll,

    /// <summary>One row per run and source.</summary>
    Runs,

    /// <summary>One row per source record that a run could not use.</summary>
    Rejects,

    /// <summary>One row per run and check.</summary>
    Quality,
}
