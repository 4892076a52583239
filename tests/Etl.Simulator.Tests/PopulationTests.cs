using Etl.Simulator.Cast;

namespace Etl.Simulator.Tests;

public sealed class PopulationTests
{
    [Fact]
    public void Every_persona_is_there_on_the_first_day_or_comes_by_drift()
    {
        var present = Sample.TypicalDay.Devices().Concat(Sample.TypicalMonthLater.Devices())
            .Select(device => device.Persona).ToHashSet(StringComparer.Ordinal);

        Personas.All.Select(persona => persona.Name).Where(name => !present.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_persona_with_a_share_is_there_from_the_first_day()
    {
        var present = Sample.TypicalDay.Devices().Select(device => device.Persona).ToHashSet(StringComparer.Ordinal);

        Personas.All.Where(persona => persona.Single || persona.Share > 0).Select(persona => persona.Name)
            .Where(name => !present.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void The_three_inventories_have_the_sizes_of_a_real_tenant(int devices)
    {
        var day = new SimulatedTenant(new SimulatorOptions { Devices = devices }).Day(0);

        ((double)day.EntraCount / devices).ShouldBeInRange(0.97, 1.03);
        ((double)day.IntuneCount / devices).ShouldBeInRange(0.74, 0.86);
        ((double)day.ActiveDirectoryCount / devices).ShouldBeInRange(0.54, 0.66);
    }

    [Fact]
    public void Unusable_records_are_there_and_stay_under_half_a_percent()
    {
        var day = Sample.TypicalDay;
        var entra = Rows(day.EntraCount, day.Entra).Count(row => row.Id is null || !IsKey(row.DeviceId));
        var intune = Rows(day.IntuneCount, day.Intune).Count(row => string.IsNullOrEmpty(row.Id));
        var directory = Rows(day.ActiveDirectoryCount, day.ActiveDirectory).Count(row => row.ObjectGuid is null);

        ((double)entra / day.EntraCount).ShouldBeInRange(0.0005, 0.005);
        ((double)intune / day.IntuneCount).ShouldBeInRange(0.0005, 0.005);
        ((double)directory / day.ActiveDirectoryCount).ShouldBeInRange(0.0005, 0.005);
    }

    [Fact]
    public void Some_records_come_twice_under_one_key()
    {
        var day = Sample.TypicalDay;

        Repeats(Rows(day.EntraCount, day.Entra).Select(row => row.DeviceId).Where(IsKey)).ShouldBeGreaterThan(0);
        Repeats(Rows(day.IntuneCount, day.Intune).Select(row => row.Id).Where(IsKey)).ShouldBeGreaterThan(0);
        Repeats(Rows(day.ActiveDirectoryCount, day.ActiveDirectory).Where(row => row.ObjectGuid is not null)
            .Select(row => row.ObjectGuid.ToString())).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_cloned_image_is_on_more_than_ten_machines_and_no_other_tag_is()
    {
        var day = Sample.TypicalDay;

        var tags = Rows(day.EntraCount, day.Entra).SelectMany(row => row.PhysicalIds)
            .Where(tag => tag.StartsWith("[HWID]", StringComparison.Ordinal)).GroupBy(tag => tag).Select(group => group.Count()).ToList();

        tags.Count(count => count > 10).ShouldBe(1);
        tags.ShouldContain(2);
    }

    [Fact]
    public void Names_of_domain_machines_stay_unique_where_AD_cuts_them()
    {
        var day = Sample.TypicalDay;
        var rows = Rows(day.ActiveDirectoryCount, day.ActiveDirectory).ToList();

        rows.ShouldAllBe(row => row.Name.Length <= 15);
        rows.DistinctBy(row => row.Name).Count().ShouldBe(rows.DistinctBy(row => row.RelativeId).Count());
        rows.ShouldContain(row => row.Name.Length == 15);
    }

    [Fact]
    public void Nothing_but_a_few_clocks_runs_ahead_of_the_snapshot()
    {
        var day = Sample.TypicalMonthLater;
        var snapshot = day.SnapshotInstant.UtcDateTime;

        Rows(day.EntraCount, day.Entra).ShouldAllBe(row => !(row.Registered > snapshot) && !(row.LastSignIn > snapshot));
        Rows(day.IntuneCount, day.Intune).ShouldAllBe(row => !(row.Enrolled > snapshot));
        Rows(day.IntuneCount, day.Intune).Count(row => row.LastSync > snapshot).ShouldBeInRange(1, 10);
        Rows(day.ActiveDirectoryCount, day.ActiveDirectory).ShouldAllBe(row => !(row.LastLogon > snapshot) && row.Created <= snapshot);
    }

    private static IEnumerable<TRow> Rows<TRow>(int count, Func<int, TRow> row) => Enumerable.Range(0, count).Select(row);

    private static bool IsKey(string? text) => Guid.TryParse(text, out var key) && key != Guid.Empty;

    private static int Repeats(IEnumerable<string?> keys)
    {
        var all = keys.ToList();
        return all.Count - all.Distinct(StringComparer.Ordinal).Count();
    }
}
