namespace Etl.Dashboard.Tests.Browsing;

/// <summary>The Chromium of the system. No test fetches a browser: where there is none, the tests are skipped.</summary>
internal static class Chromium
{
    public const string Missing = "There is no chromium, google-chrome or msedge on the PATH. On Debian: apt-get install chromium.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "chrome.exe", "msedge.exe"];

    /// <summary>The program, null where there is none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
