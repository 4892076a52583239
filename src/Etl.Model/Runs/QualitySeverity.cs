namespace Etl.Model.Runs;

/// <summary>What a failed check does to its run.</summary>
public enum QualitySeverity
{
    /// <summary>The run is held: it publishes nothing.</summary>
    Hold,

    /// <summary>Told with the run, which goes on.</summary>
    Warn,
}
