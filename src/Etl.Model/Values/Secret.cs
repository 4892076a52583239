namespace Etl.Model.Values;

/// <summary>A value that no log, message or <c>ToString</c> shows. Read it at the one place that hands it over.</summary>
public sealed class Secret(string value)
{
    /// <summary>The value itself.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
