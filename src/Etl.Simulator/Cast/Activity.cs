namespace Etl.Simulator.Cast;

/// <summary>How lately the machine was heard of.</summary>
internal enum Activity
{
    Live,

    /// <summary>Silent for 60 to 400 days before the first day, or since it drifted into silence: most of these are stale.</summary>
    Quiet,

    /// <summary>Silent for 100 to 300 days before the first day.</summary>
    Silent,
}
