using Etl.Simulator.Population;

namespace Etl.Simulator.Tests;

public sealed class DriftTests
{
    private static readonly Dictionary<Guid, SimulatedDevice> First = ByKey(Sample.TypicalDay);
    private static readonly Dictionary<Guid, SimulatedDevice> Later = ByKey(Sample.TypicalMonthLater);

    [Fact]
    public void Machines_come_and_go_a_few_a_day()
    {
        var came = Later.Keys.Count(key => !First.ContainsKey(key));
        var went = First.Keys.Count(key => !Later.ContainsKey(key));

        came.ShouldBeInRange(100, 250);
        went.ShouldBeInRange(50, 250);
    }

    [Fact]
    public void Some_go_and_come_back_under_the_same_key()
    {
        var days = Enumerable.Range(0, 31).Select(number => ByKey(Sample.Typical.Day(number))).ToList();

        First.Keys.Count(key => Later.ContainsKey(key) && days.Exists(day => !day.ContainsKey(key))).ShouldBeInRange(1, 60);
    }

    [Fact]
    public void More_enrol_than_unenrol()
    {
        var enrolled = First.Values.Count(device => !device.InIntune && Later.TryGetValue(device.DeviceId, out var now) && now.InIntune);
        var unenrolled = First.Values.Count(device => device.InIntune && Later.TryGetValue(device.DeviceId, out var now) && !now.InIntune);

        unenrolled.ShouldBeGreaterThan(5);
        enrolled.ShouldBeGreaterThan(2 * unenrolled);
    }

    [Fact]
    public void A_new_enrolment_makes_a_new_record_and_keeps_the_old_one_behind_it()
    {
        var before = Current(Sample.TypicalDay);
        var after = Sample.TypicalMonthLater;

        var reenrolled = Rows(after).Where(row => IsLinked(row) && before.TryGetValue(row.AzureADDeviceId!, out var old) && old.Id != row.Id
            && row.Enrolled > Sample.TypicalDay.SnapshotInstant.UtcDateTime).ToList();

        reenrolled.ShouldNotBeEmpty();
        var ids = Rows(after).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        reenrolled.ShouldContain(row => ids.Contains(before[row.AzureADDeviceId!].Id));
    }

    [Fact]
    public void Machines_go_quiet_and_are_not_heard_of_again()
    {
        var quiet = Later.Values.Where(device => device.Persona.EndsWith("GoneQuiet", StringComparison.Ordinal)
            && First.TryGetValue(device.DeviceId, out var was) && was.Persona != device.Persona).ToList();

        quiet.ShouldNotBeEmpty();
        var now = Current(Sample.TypicalMonthLater);
        var weekLater = Current(Sample.Typical.Day(37));
        quiet.Where(device => weekLater.TryGetValue(Key(device), out var row) && row.Id == now[Key(device)].Id)
            .ShouldAllBe(device => weekLater[Key(device)].LastSync == now[Key(device)].LastSync);
    }

    [Fact]
    public void Signs_of_life_never_go_back()
    {
        var today = Current(Sample.TypicalMonthLater);
        var tomorrow = Current(Sample.Typical.Day(31));

        var same = today.Where(pair => tomorrow.TryGetValue(pair.Key, out var next) && next.Id == pair.Value.Id).ToList();

        same.ShouldNotBeEmpty();
        same.ShouldAllBe(pair => tomorrow[pair.Key].LastSync >= pair.Value.LastSync);
        same.Count(pair => tomorrow[pair.Key].LastSync > pair.Value.LastSync).ShouldBeGreaterThan(same.Count / 2);
    }

    private static string Key(SimulatedDevice device) => device.DeviceId.ToString();

    private static bool IsLinked(IntuneRow row) => Guid.TryParse(row.AzureADDeviceId, out var key) && key != Guid.Empty;

    private static IEnumerable<IntuneRow> Rows(SimulatedDay day) => Enumerable.Range(0, day.IntuneCount).Select(day.Intune);

    private static Dictionary<string, IntuneRow> Current(SimulatedDay day) =>
        Rows(day).Where(IsLinked).GroupBy(row => row.AzureADDeviceId!)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.Enrolled)!);

    private static Dictionary<Guid, SimulatedDevice> ByKey(SimulatedDay day) => day.Devices().ToDictionary(device => device.DeviceId);
}
