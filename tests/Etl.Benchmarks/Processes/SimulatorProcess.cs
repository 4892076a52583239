using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Etl.Simulator;

namespace Etl.Benchmarks.Processes;

/// <summary>A simulated tenant in a process of its own, whose work is not counted.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    public const string Verb = "serve";

    private readonly Process _process;

    private SimulatorProcess(Process process, SimulatedData tenant)
    {
        _process = process;
        Tenant = tenant;
    }

    public SimulatedData Tenant { get; }

    public static async Task<SimulatorProcess> StartAsync(int devices, string folder, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(Verb, devices.ToString(CultureInfo.InvariantCulture), folder);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The simulator ended before it served.");
        return new SimulatorProcess(process, JsonSerializer.Deserialize<SimulatedData>(line)!);
    }

    /// <summary>What the child process does.</summary>
    public static async Task ServeAsync(int devices, string folder, CancellationToken cancellationToken)
    {
        var day = new SimulatedTenant(new SimulatorOptions { Devices = devices }).Day(0);
        var adPath = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ad-{devices}.csv"));
        await AdExport.WriteAsync(day, adPath, AdExportFormat.PowerShell7, cancellationToken);
        var options = new GraphServerOptions { CachePages = true };
        await using var server = await GraphServer.StartAsync(options, day, cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(new SimulatedData
        {
            BaseUrl = server.BaseUrl.AbsoluteUri,
            Token = options.Token,
            AdPath = adPath,
            SnapshotInstant = day.SnapshotInstant,
            EntraDevices = day.EntraCount,
            ManagedDevices = day.IntuneCount,
            AdComputers = day.ActiveDirectoryCount,
        }));
        await Console.In.ReadToEndAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
