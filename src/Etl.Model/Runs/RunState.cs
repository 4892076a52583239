namespace Etl.Model.Runs;

/// <summary>The state of a run. The member names are the codes in <c>ops.run</c> and exports.</summary>
public enum RunState
{
    Running,
    Published,

    /// <summary>A dry run, or nothing configured to read: the warehouse is as it was.</summary>
    NothingToDo,

    /// <summary>A quality gate refused to publish; the reasons are in <c>ops.quality_result</c>.</summary>
    Held,
    Failed,
}
