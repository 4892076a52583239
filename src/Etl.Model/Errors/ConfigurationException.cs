namespace Etl.Model.Errors;

/// <summary>Wrong configuration or arguments: nothing was tried, exit code 2. The message names every fault found.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null)
    : EtlException(Stage.Configuration, message, inner)
{
    /// <summary>The faults one by one, where there may be several.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [message];
}
