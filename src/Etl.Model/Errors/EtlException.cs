using Etl.Model.Sources;

namespace Etl.Model.Errors;

/// <summary>
/// A failure of a stage. The message is for an operator: what happened, where, expected against found, what to do next; it never
/// holds a secret. Retry reads <see cref="IsTransient"/> and nothing else.
/// </summary>
public class EtlException(Stage stage, string message, Exception? inner = null) : Exception(message, inner)
{
    public Stage Stage { get; } = stage;
    public SourceKind? SourceKind { get; init; }
    public bool IsTransient { get; init; }
}
