namespace Etl.Model.Errors;

/// <summary>Where in a run something happened.</summary>
public enum Stage
{
    Configuration,
    Extract,
    Transform,
    Load,
    Export,
}
