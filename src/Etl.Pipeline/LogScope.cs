namespace Etl.Pipeline;

/// <summary>What every log line of a piece of work bears, whoever writes it: for <c>ILogger.BeginScope</c>.</summary>
internal static class LogScope
{
    /// <param name="runId">Null before there is a run.</param>
    public static IReadOnlyDictionary<string, object> Of(string tenant, Guid? runId = null)
    {
        var scope = new Dictionary<string, object>(StringComparer.Ordinal) { ["Tenant"] = tenant };
        if (runId is { } id) scope["RunId"] = id;
        return scope;
    }
}
