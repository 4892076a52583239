namespace Etl.Model.Diagnosis;

/// <summary>How a check of <c>etl doctor</c> came out.</summary>
public enum Verdict
{
    Ok,

    /// <summary>Runs work, but somebody should look at it.</summary>
    Warning,

    /// <summary>A run would fail, or be held.</summary>
    Fails,
}
