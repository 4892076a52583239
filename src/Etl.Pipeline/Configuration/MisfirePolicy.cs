namespace Etl.Pipeline.Configuration;

/// <summary>What becomes of a scheduled time that passed while no process could run.</summary>
public enum MisfirePolicy
{
    /// <summary>One run as soon as it can be, however many times passed; a time of an earlier day is gone with its day.</summary>
    RunOnce,

    /// <summary>Wait for the next time; what only had to wait for others to end, an hour at most, is run.</summary>
    Skip,
}
