using Etl.Model.Devices;
using Etl.Model.Runs;
using Etl.Model.Values;
using Etl.Transform.Classification;
using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform;

/// <summary>
/// From three inventories to classified devices: matches, then classifies in passes, because what a device is can depend on what
/// another one is (<see cref="SupersededFinder"/>). Pure: no I/O, no clock; the same inventories give the same devices, whatever the
/// order they were read in.
/// </summary>
public sealed class DeviceTransformer(RulesOptions options, EnrollmentMethodTable methods, IReadOnlyList<ScopeExclusion> exclusions)
{
    /// <param name="inventories">Complete. Not changed in what it means; ranking notes are written into it.</param>
    /// <param name="snapshotInstant">T of the rules.</param>
    /// <param name="wasEnrolled">History as data: whether a device id was <c>Enrolled</c> in a published snapshot of an earlier day, at most 90 days before.</param>
    public TransformResult Transform(Inventories inventories, DateTimeOffset snapshotInstant, Func<SourceId, bool> wasEnrolled)
    {
        var t = Instant.From(snapshotInstant);
        var match = DeviceMatcher.Match(inventories);
        var warnings = new WarningCounts();
        var devices = ClassifyEach(match.Devices, inventories, t, warnings);
        methods.AddUnmapped(warnings.UnmappedTypes);
        SupersededFinder.Mark(inventories, devices);
        SetScope(inventories, devices, t);

        var writer = new ClassifiedDeviceMapper(inventories, methods, wasEnrolled, t);
        return new TransformResult
        {
            DeviceCount = devices.Count,
            Devices = Enumerable.Range(0, devices.Count).Select(i => writer.Map(devices[i])),
            Entra = match.Entra,
            Intune = match.Intune,
            ActiveDirectory = match.ActiveDirectory,
            Warnings = warnings.ToResults(),
            Methods = [.. methods.Members],
        };
    }

    private ChunkedList<Verdict> ClassifyEach(
        ChunkedList<MatchedDevice> matched, Inventories inventories, Instant t, WarningCounts warnings)
    {
        var devices = new ChunkedList<Verdict>();
        for (var i = 0; i < matched.Count; i++)
        {
            var device = inventories.FactsOf(matched[i], t);
            var verdict = new Verdict
            {
                Records = matched[i],
                JoinType = JoinTypeRule.Classify(device),
                State = EnrollmentStateRule.Classify(device),
                Platform = PlatformRule.Classify(device),
                Ownership = OwnershipRule.Classify(device),
                LastActivity = Activity.Latest(device),
                IsDisabled = Activity.IsDisabled(device),
            };
            verdict.IsStale = Activity.IsStale(verdict.LastActivity, t, options.StaleAfterDays);
            if (verdict.IsEnrolled) verdict.Method = methods.Find(device.M.EnrollmentType, device.M.AgentText, verdict.JoinType);
            warnings.Note(device, verdict);
            devices.Add(verdict);
        }

        return devices;
    }

    private void SetScope(Inventories inventories, ChunkedList<Verdict> devices, Instant t)
    {
        var scope = new ScopeRule(options, exclusions, inventories);
        for (var i = 0; i < devices.Count; i++)
        {
            ref var verdict = ref devices[i];
            var device = inventories.FactsOf(verdict.Records, t);
            verdict.Scope = scope.Classify(device, verdict);
            verdict.IsCovered = verdict is { IsEnrolled: true, Scope: Scope.InScope }
                && CoverageRule.IsCheckingIn(device, options.StaleAfterDays);
        }
    }
}
