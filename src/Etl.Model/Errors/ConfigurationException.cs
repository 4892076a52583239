namespace Etl.Model.Errors;

/// <summary>Wrong configuration or arguments: nothing was tried, exit code 2. The message names every fault found.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null)
    : EtlException(Stage.Configuration, message, inner);
