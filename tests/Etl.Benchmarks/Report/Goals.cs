using System.Globalization;
using System.Text;

namespace Etl.Benchmarks.Report;

/// <summary>What the figures are held against.</summary>
internal static class Goals
{
    public static void Append(StringBuilder text, IReadOnlyList<SizeFigures> sizes)
    {
        FigureTable.Line(text, $"| goal |{Cells(sizes, size => $" {size.Tenant.EntraDevices:N0} |")}");
        FigureTable.Line(text, $"|---|{Cells(sizes, _ => $"---:|")}");
        FigureTable.Line(text, $"| CPU of the whole run, of the floor's: at most 1.5 |{Cells(sizes, size => $" {size.WholeRun.CpuSeconds / size.Floor.CpuSeconds:N2} |")}");
        FigureTable.Line(text, $"| CPU of the typed SDK, of our reading's: at least 20 |{Cells(sizes, Sdk)}");
        FigureTable.Line(text, $"| peak memory of the whole run: under 1,024 MB at a million |{Cells(sizes, size => $" {size.WholeRun.PeakMegabytes:N0} |")}");
        FigureTable.Line(text, $"| seconds, of those at a tenth: at most 11 |{Cells(sizes, size => Growth(sizes, size, of => of.WholeRun.Seconds))}");
        FigureTable.Line(text, $"| CPU, of that at a tenth: at most 11 |{Cells(sizes, size => Growth(sizes, size, of => of.WholeRun.CpuSeconds))}");
        FigureTable.Line(text, $"| peak memory, of that at a tenth: at most 11 |{Cells(sizes, size => Growth(sizes, size, of => of.WholeRun.PeakMegabytes))}");
    }

    private static FormattableString Sdk(SizeFigures size) =>
        size.Sdk is null ? $" not measured |" : (FormattableString)$" {size.Sdk.CpuSeconds / size.Reading.CpuSeconds:N1} |";

    private static FormattableString Growth(IReadOnlyList<SizeFigures> sizes, SizeFigures size, Func<SizeFigures, double> figure)
    {
        var tenth = sizes.FirstOrDefault(other => Math.Abs(other.Tenant.EntraDevices * 10.0 / size.Tenant.EntraDevices - 1) < 0.05);
        return tenth is null ? $" |" : (FormattableString)$" {figure(size) / figure(tenth):N1} |";
    }

    private static string Cells(IReadOnlyList<SizeFigures> sizes, Func<SizeFigures, FormattableString> cell) =>
        string.Concat(sizes.Select(size => cell(size).ToString(CultureInfo.InvariantCulture)));
}
