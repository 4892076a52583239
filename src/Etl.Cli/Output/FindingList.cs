using System.Globalization;
using Etl.Model.Diagnosis;
using Spectre.Console;

namespace Etl.Cli.Output;

/// <summary>What <c>etl doctor</c> prints: one line a finding, however long, so that it can be searched and sent.</summary>
internal static class FindingList
{
    public static void Write(CommandContext context, Finding finding)
    {
        var (word, color) = finding.Verdict switch
        {
            Verdict.Ok => ("ok", Color.Green),
            Verdict.Warning => ("warning", Color.Yellow),
            _ => ("fails", Color.Red),
        };
        context.Screen.Write(new Text(word.PadRight(9), new Style(color)));
        context.Output.WriteLine($"{(finding.Tenant is null ? "" : finding.Tenant + ": ")}{finding.Check}: {finding.Text}");
    }

    public static void WriteSum(CommandContext context, IReadOnlyList<Finding> findings)
    {
        var fails = findings.Count(finding => finding.Verdict == Verdict.Fails);
        var warnings = findings.Count(finding => finding.Verdict == Verdict.Warning);
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(findings.Count == 1 ? "1 check" : $"{findings.Count} checks")}: {fails} fail, {warnings} to look at."));
    }
}
