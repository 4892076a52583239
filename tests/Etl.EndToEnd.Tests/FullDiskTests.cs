using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>A disk that is full: made by what a shell can do without rights, a small file system or a limit on the size of files.</summary>
public sealed class FullDiskTests(SimulatedDays days)
{
    private const string OwnMounts = "unshare --user --map-root-user --mount bash -c";

    [Fact]
    public async Task Under_the_archive_it_fails_the_tenant_and_loses_nothing()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.AddTenant("fabrikam", graph.BaseUrl);
        await SkipUnlessMountableAsync(workplace);

        var run = await workplace.ShellAsync(
            $"{OwnMounts} 'mount -t tmpfs -o size=16k tmpfs archive && \"$@\"; code=$?; find archive -name \"*.part\"; exit $code'"
                + " bash \"$@\"",
            Workplace.RunArguments(days.Tuesday));

        run.ShouldRefuse(EtlResult.Failed,
            "contoso: A file of the archive could not be written (No space left on device", "fabrikam: A file of the archive");
        run.Output.ShouldBeEmpty();
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task Under_the_warehouse_it_fails_the_run_and_the_next_one_publishes()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.Settings["Archive"]!["Enabled"] = false;

        // Ignored, the signal becomes an error of the write.
        var run = await workplace.ShellAsync("trap '' XFSZ; ulimit -f 60; \"$@\"", Workplace.RunArguments(days.Tuesday));

        run.ShouldRefuse(EtlResult.Failed, "contoso: The disk that holds", "warehouse.duckdb is full. Nothing was published");
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
        (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);
        (await workplace.PublishedAsync()).ShouldBe(days.OfBoth);
    }

    [Theory]
    [InlineData("50m", EtlResult.Failed, "fails")]
    [InlineData("500m", EtlResult.Done, "warning")]
    public async Task Before_it_is_full_the_doctor_tells(string size, int exitCode, string verdict)
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        await SkipUnlessMountableAsync(workplace);

        var doctor = await workplace.ShellAsync(
            $"{OwnMounts} 'mount -t tmpfs -o size={size} tmpfs archive && \"$@\"' bash \"$@\"", "doctor");

        doctor.ShouldEndWith(exitCode).ShouldSay(null, verdict, "archive folder", "GiB are free. Free some space, or set Archive:Path");
    }

    [Fact]
    public async Task Under_an_export_it_is_told()
    {
        using var workplace = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));

        var export = await workplace.ShellAsync("\"$@\" > /dev/full", "export", "devices", "--output", "-");

        export.ShouldRefuse(EtlResult.Failed, "No space left on device");
    }

    private static async Task SkipUnlessMountableAsync(Workplace workplace)
    {
        Directory.CreateDirectory(workplace.ArchiveFolder);
        var canMount = await workplace.ShellAsync($"{OwnMounts} 'mount -t tmpfs tmpfs archive'");
        Assert.SkipUnless(canMount.ExitCode == 0, "This system lets nobody mount a small file system: " + canMount.Error);
    }
}
