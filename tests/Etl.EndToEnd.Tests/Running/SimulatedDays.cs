using Etl.Simulator;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>
/// A small tenant on two days, and what an undisturbed program publishes of them; made once for all tests. What a test needs to go
/// wrong, it lets go wrong in a copy.
/// </summary>
public sealed class SimulatedDays : IAsyncLifetime
{
    private readonly string _adFolder = Directory.CreateTempSubdirectory("etl-ad-").FullName;
    private Workplace? _afterMonday;

    public SimulatedDay Monday { get; } = Tenant.Day(0);
    public SimulatedDay Tuesday { get; } = Tenant.Day(1);
    public SimulatedDay Wednesday { get; } = Tenant.Day(2);

    /// <summary>Published after Monday's run, and after Tuesday's.</summary>
    internal Published OfMonday { get; private set; } = Published.Nothing;

    internal Published OfBoth { get; private set; } = Published.Nothing;

    private static SimulatedTenant Tenant { get; } = new(new SimulatorOptions { Devices = 300 });

    public async ValueTask InitializeAsync()
    {
        foreach (var day in new[] { Monday, Tuesday, Wednesday })
            await AdExport.WriteAsync(day, AdFileOf(day), AdExportFormat.PowerShell7, TestContext.Current.CancellationToken);

        await using var graph = await ServeAsync(Monday);
        _afterMonday = Empty(graph.BaseUrl, Monday);
        (await _afterMonday.RunAsync(Monday)).ShouldEndWith(EtlResult.Done);
        OfMonday = await _afterMonday.PublishedAsync();

        using var both = OnTuesday(graph.BaseUrl);
        graph.Serve(Tuesday);
        (await both.RunAsync(Tuesday)).ShouldEndWith(EtlResult.Done);
        OfBoth = await both.PublishedAsync();
    }

    /// <summary>A tenant that has never been run, with the day's AD export.</summary>
    internal Workplace Empty(Uri graph, SimulatedDay day)
    {
        var workplace = Workplace.For(graph);
        File.Copy(AdFileOf(day), workplace.AdFile);
        return workplace;
    }

    /// <summary>Puts a day's AD export in place of the one that lies there.</summary>
    internal void GiveAdExport(Workplace workplace, SimulatedDay day) => File.Copy(AdFileOf(day), workplace.AdFile, overwrite: true);

    /// <summary>Monday is published; Tuesday's AD export lies there.</summary>
    internal Workplace OnTuesday(Uri graph)
    {
        var workplace = Empty(graph, Tuesday);
        File.Copy(_afterMonday!.WarehouseFile, workplace.WarehouseFile);
        return workplace;
    }

    /// <summary>Lays a day's AD export where the workplace reads it.</summary>
    internal void PutAdFile(Workplace workplace, SimulatedDay day) => File.Copy(AdFileOf(day), workplace.AdFile, overwrite: true);

    internal static Task<GraphServer> ServeAsync(SimulatedDay day, GraphServerOptions? options = null) =>
        GraphServer.StartAsync(options ?? new GraphServerOptions(), day, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _afterMonday?.Dispose();
        Directory.Delete(_adFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string AdFileOf(SimulatedDay day) => Path.Combine(_adFolder, $"ad-{day.Number}.csv");
}
