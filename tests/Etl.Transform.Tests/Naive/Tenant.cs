using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Model.Values;
using Etl.Transform.Classification;
using Etl.Transform.Matching;

namespace Etl.Transform.Tests.Naive;

/// <summary>What the sources hold on one day, and what else the rules read.</summary>
internal sealed record Tenant(IReadOnlyList<EntraDevice> Entra, IReadOnlyList<ManagedDevice> Intune, IReadOnlyList<AdComputer> Ad)
{
    /// <summary>T of every test.</summary>
    public static readonly DateTimeOffset T = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public RulesOptions Options { get; init; } = new();

    /// <summary>Patterns on the device name.</summary>
    public IReadOnlyList<string> ExcludedNames { get; init; } = [];

    public IReadOnlySet<string> WereEnrolled { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public static Tenant Of(params object[] records) =>
        new([.. records.OfType<EntraDevice>()], [.. records.OfType<ManagedDevice>()], [.. records.OfType<AdComputer>()]);

    public Inventories Inventories()
    {
        var inventories = new Inventories();
        foreach (var device in Entra) inventories.Entra.Add(device);
        foreach (var device in Intune) inventories.Intune.Add(device);
        foreach (var computer in Ad) inventories.ActiveDirectory.Add(computer);
        return inventories;
    }

    public DeviceTransformer Transformer() =>
        new(Options, MethodsFile.Table(), [.. ExcludedNames.Select(name => new ScopeExclusion(ScopeExclusionField.Name, name, null))]);

    public bool WasEnrolled(SourceId deviceId) => WereEnrolled.Contains(deviceId.ToString());

    public TransformResult Transform() => Transformer().Transform(Inventories(), T, WasEnrolled);

    public IReadOnlyList<ClassifiedDevice> Devices() => [.. Transform().Devices.OrderBy(device => device.DeviceId)];

    /// <summary>The only device of this tenant.</summary>
    public ClassifiedDevice Single() => Transform().Devices.ShouldHaveSingleItem();

    public override string ToString() => string.Join(
        "\n",
        [
            .. Entra.Select(e => $"{e} tags {string.Join(' ', e.HardwareIds)}"), .. Intune, .. Ad,
            Options, $"Were enrolled: {string.Join(' ', WereEnrolled)}",
        ]);
}
