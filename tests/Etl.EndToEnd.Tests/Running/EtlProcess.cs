using System.Diagnostics;
using System.Text;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>The built program as a user starts it: a process of its own, with none of this one's settings but those given.</summary>
internal sealed class EtlProcess : IDisposable
{
    private readonly Process _process;
    private readonly Action<string>? _onErrorLine;
    private readonly bool _readsOutput;

    private EtlProcess(ProcessStartInfo start, Action<string>? onErrorLine, bool readsOutput = true)
    {
        _onErrorLine = onErrorLine;
        _readsOutput = readsOutput;
        _process = Process.Start(start)!;
        Ended = FinishAsync();
    }

    /// <summary>Ends when the process has, whoever ended it.</summary>
    public Task<EtlResult> Ended { get; }

    public int Id => _process.Id;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "etl.dll");

    /// <param name="onErrorLine">Told of each line of progress as it comes.</param>
    /// <param name="readsOutput">False leaves the output to <see cref="ReadOutputLineAsync"/>.</param>
    public static EtlProcess Start(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<string> arguments,
        Action<string>? onErrorLine = null,
        bool readsOutput = true) =>
        new(Prepare("dotnet", [Program, .. arguments], folder, environment), onErrorLine, readsOutput);

    /// <summary>Starts it from a shell script, as its <c>"$@"</c>.</summary>
    public static EtlProcess StartByShell(
        string script, string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = Prepare("bash", ["-c", script, "bash", "dotnet", Program, .. arguments], folder, environment);
        // The runtime maps its own code through a file that a limit on file sizes would forbid.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new EtlProcess(start, onErrorLine: null);
    }

    /// <summary>SIGKILL: the process gets no chance to tidy up.</summary>
    public void Kill() => _process.Kill();

    public Task<string?> ReadOutputLineAsync(CancellationToken cancellationToken) =>
        _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();

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
        var output = _readsOutput ? _process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
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
