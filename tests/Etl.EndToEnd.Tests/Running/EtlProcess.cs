using System.Diagnostics;
using System.Text;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>The built program as a user starts it: a process of its own, with nothing of this test's environment but what is given.</summary>
internal sealed class EtlProcess : IDisposable
{
    private readonly Process _process;
    private readonly Action<string>? _onErrorLine;

    private EtlProcess(ProcessStartInfo start, Action<string>? onErrorLine)
    {
        _onErrorLine = onErrorLine;
        _process = Process.Start(start)!;
        Ended = FinishAsync();
    }

    /// <summary>Ends when the process has, whoever ended it.</summary>
    public Task<EtlResult> Ended { get; }

    public int Id => _process.Id;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "etl.dll");

    public static EtlProcess Start(
        string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments, Action<string>? onErrorLine = null) =>
        new(Prepare("dotnet", [Program, .. arguments], folder, environment), onErrorLine);

    /// <summary>Starts it under a limit on the size of each file that it writes: the full disk that needs no rights to set up.</summary>
    public static EtlProcess StartWithFileLimit(
        string folder, IReadOnlyDictionary<string, string> environment, int kilobytes, IEnumerable<string> arguments)
    {
        // Ignored, the signal becomes an error of the write. The runtime maps its code twice through a file larger than any limit here.
        var start = Prepare("bash", ["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec dotnet \"$@\"",
            kilobytes.ToString(System.Globalization.CultureInfo.InvariantCulture), Program, .. arguments], folder, environment);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new EtlProcess(start, onErrorLine: null);
    }

    /// <summary>SIGKILL: the process gets no chance to tidy up.</summary>
    public void Kill() => _process.Kill();

    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Task<string?> ReadOutputLineAsync(CancellationToken cancellationToken) => _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo Prepare(
        string file, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ETL_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private async Task<EtlResult> FinishAsync()
    {
        _process.StandardInput.Close();
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = new StringBuilder();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            error.AppendLine(line);
            _onErrorLine?.Invoke(line);
        }

        await _process.WaitForExitAsync();
        return new EtlResult(_process.ExitCode, await output, error.ToString());
    }
}
