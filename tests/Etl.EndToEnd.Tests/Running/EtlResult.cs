namespace Etl.EndToEnd.Tests.Running;

/// <summary>What an ended <c>etl</c> left: its exit code, what it printed, what it told.</summary>
internal sealed record EtlResult(int ExitCode, string Output, string Error)
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongConfiguration = 2;
    public const int Held = 3;

    public EtlResult ShouldEndWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, $"stdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }

    /// <summary>A refusal is a sentence with what the operator needs, and nothing of the program's inside.</summary>
    public EtlResult ShouldRefuse(int exitCode, params string[] parts)
    {
        ShouldEndWith(exitCode);
        foreach (var part in parts) Error.ShouldContain(part, Case.Sensitive);
        Error.ShouldNotContain("   at ");
        Error.ShouldNotContain("Exception");
        Error.ShouldNotContain("unexpected fault");
        return this;
    }

    /// <summary>A line of <c>etl doctor</c> with this verdict of this check holds the parts.</summary>
    public void ShouldSay(string? tenant, string verdict, string check, params string[] parts)
    {
        var start = $"{verdict,-9}{(tenant is null ? "" : tenant + ": ")}{check}: ";
        Output.Split('\n').ShouldContain(
            line => line.StartsWith(start, StringComparison.Ordinal) && parts.All(part => line.Contains(part, StringComparison.Ordinal)),
            $"no line \"{start}\" with {string.Join(" | ", parts)} in\n{Output}");
    }

    /// <summary>All that was told of one tenant.</summary>
    public string ErrorOf(string tenant) => string.Concat(
        Error.Split('\n').Where(line => line.StartsWith(tenant + ": ", StringComparison.Ordinal)).Select(line => line + "\n"));
}
