using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Transform.Matching;

namespace Etl.Transform.Classification;

/// <summary>What the data says that the rules don't know: counted, told, and never a reason to drop a device.</summary>
internal sealed class WarningCounts
{
    private readonly SortedDictionary<string, int> _agents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _types = new(StringComparer.Ordinal);
    private int _future;

    /// <summary>Enrolment types, as spelled, that no row of the method table knows.</summary>
    public IEnumerable<string> UnmappedTypes => _types.Keys;

    public void Note(in DeviceFacts device, in Verdict verdict)
    {
        _future += Activity.CountAfter(device);
        if (verdict is { IsEnrolled: true, Method: null }) Count(_types, device.M.EnrollmentType ?? EnrollmentMethodTable.MissingType);
        if (device is { HasM: true, M.Agent: ManagementAgent.Other } && device.M.AgentText is { } agent && !Codes.Is(agent, "unknown"))
            Count(_agents, agent);
    }

    public List<QualityResult> ToResults()
    {
        List<QualityResult> results = [];
        if (_future > 0) results.Add(Warn("InstantAfterSnapshot", null, "none later than the snapshot", _future == 1 ? "1 instant" : $"{_future} instants"));
        results.AddRange(_agents.Select(a => Warn("UnknownManagementAgent", a.Key, "an agent that the rules know", Share.Devices(a.Value))));
        results.AddRange(_types.Select(
            type => Warn("UnmappedEnrollmentType", type.Key, "a row in enrollment-methods.csv", Share.Devices(type.Value))));
        return results;
    }

    private static void Count(SortedDictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static QualityResult Warn(string code, string? subject, string expected, string found) =>
        new(code, subject, QualitySeverity.Warn, expected, found, Passed: false);
}
