using System.Diagnostics;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data;

namespace Etl.Warehouse.Tests;

/// <summary>This test program, started once more to hold a warehouse file open until it is told to end.</summary>
internal sealed class HoldingProcess : IDisposable
{
    private const string Variable = "ETL_TEST_HOLD_FILE";

    private readonly Process _process;

    private HoldingProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static async Task<HoldingProcess> StartAsync(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(HoldingProcess).Assembly.Location);
        start.Environment[Variable] = path;
        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("held");
        return new HoldingProcess(process);
    }

    public void End()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

#pragma warning disable CA2255 // The one hook that runs before the test runner's own entry point.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Hold()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path) return;
        using (var connection = new DuckDBConnection($"Data Source={path}"))
        {
            connection.Open();
            Console.WriteLine("held");
            Console.ReadLine();
        }

        Environment.Exit(0);
    }
}
