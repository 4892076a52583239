using System.Globalization;
using System.Text;
using Etl.Benchmarks.Measuring;

namespace Etl.Benchmarks.Report;

/// <summary>The figures as Markdown.</summary>
internal static class FigureTable
{
    private const string Begin = "<!-- figures -->";
    private const string End = "<!-- end of figures -->";

    public static string Of(IReadOnlyList<SizeFigures> sizes)
    {
        var text = new StringBuilder();
        Line(text, $"Measured on {Machine.Name()}.");
        Line(text, $"");
        Goals.Append(text, sizes);
        foreach (var size in sizes) AppendSize(text, size);
        return text.ToString().TrimEnd();
    }

    /// <summary>Puts the table between the marks of the file.</summary>
    public static async Task WriteIntoAsync(string path, string table, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{path} has no lines '{Begin}' and '{End}'.");
        await File.WriteAllTextAsync(path, text[..(begin + Begin.Length)] + "\n" + table + "\n" + text[end..], cancellationToken);
    }

    public static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void AppendSize(StringBuilder text, SizeFigures size)
    {
        var tenant = size.Tenant;
        Line(text, $"");
        Line(text, $"### {tenant.EntraDevices:N0} Entra, {tenant.ManagedDevices:N0} Intune, {tenant.AdComputers:N0} AD: {size.WholeRun.Devices:N0} devices");
        Line(text, $"| | seconds | CPU s | allocated MB | rows/s | peak MB |");
        Line(text, $"|---|---:|---:|---:|---:|---:|");
        AppendVariant(text, "**whole run**", size.WholeRun);
        foreach (var stage in size.Stages.Stages) AppendStage(text, stage);
        AppendVariant(text, "**floor**", size.Floor);
        AppendVariant(text, "**reading Graph**", size.Reading);
        if (size.Sdk is { } sdk) AppendVariant(text, "**typed SDK, reading Graph**", sdk);
    }

    private static void AppendVariant(StringBuilder text, string name, VariantFigures figures) => Line(text,
        $"| {name} | {figures.Seconds:N2} | {figures.CpuSeconds:N2} | {figures.AllocatedMegabytes:N0} | {Rate(figures.Rows, figures.Seconds):N0} | {figures.PeakMegabytes:N0} |");

    private static void AppendStage(StringBuilder text, StageFigures stage) => Line(text,
        $"| {stage.Stage} | {stage.Seconds:N2} | {stage.CpuSeconds:N2} | {stage.AllocatedMegabytes:N0} | {Rate(stage.Rows, stage.Seconds):N0} | |");

    private static double Rate(long rows, double seconds) => seconds > 0 ? rows / seconds : 0;
}
