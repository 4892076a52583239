using Etl.Model.Devices;
using Etl.Model.Values;

namespace Etl.Transform.Tests.Generation;

/// <summary>Compares devices and says only what differs.</summary>
internal static class SameDevices
{
    public static void ShouldBeDevices(this IEnumerable<ClassifiedDevice> actual, IEnumerable<ClassifiedDevice> expected)
    {
        var actualById = actual.ToLookup(d => d.DeviceId);
        var expectedById = expected.ToLookup(d => d.DeviceId);
        var ids = actualById.Select(g => g.Key).Union(expectedById.Select(g => g.Key));
        ids.SelectMany(id => Differences(id, [.. actualById[id]], [.. expectedById[id]])).ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(SourceId id, ClassifiedDevice[] actual, ClassifiedDevice[] expected)
    {
        if (actual.Length != 1 || expected.Length != 1) return [$"{id}: {actual.Length} devices, expected {expected.Length}"];
        if (actual[0] == expected[0]) return [];
        return typeof(ClassifiedDevice).GetProperties()
            .Select(p => (p.Name, Actual: p.GetValue(actual[0]), Expected: p.GetValue(expected[0])))
            .Where(p => !Equals(p.Actual, p.Expected))
            .Select(p => $"{id}: {p.Name} is {p.Actual}, expected {p.Expected}");
    }
}
