using System.Globalization;
using Etl.Extract.ActiveDirectory;
using Etl.Extract.Archive;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Gate;
using Etl.Transform.Matching;

namespace Etl.Pipeline.Diagnosis;

/// <summary>The AD exports of a tenant, read as a run reads them and to their end: a date that cannot be told may stand in the last line.</summary>
internal sealed class AdCheck(AdOptions? options, QualityOptions limits, TimeProvider clock)
{
    private const string Check = "AD export";

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (options is null) return [Finding.Ok(Check, "none is configured; join types that only AD knows are left out.")];
        try
        {
            return await ReadAsync(options, cancellationToken);
        }
        catch (EtlException e)
        {
            return [Finding.Fails(Check, e)];
        }
    }

    private async Task<IReadOnlyList<Finding>> ReadAsync(AdOptions files, CancellationToken cancellationToken)
    {
        var source = new AdComputerSource(files, RunArchive.Disabled, clock.GetUtcNow());
        var (read, rejected) = (0, 0);
        string? firstReject = null;
        await foreach (var page in source.ReadAsync(cancellationToken))
        {
            read += page.RowsRead;
            rejected += page.Rejected.Count;
            if (firstReject is null && page.Rejected is [var first, ..]) firstReject = $" The first unusable one: {first.Position}, {first.Reason}";
        }

        var run = new SourceReading(source.Report, read, rejected, Elapsed: default).With(new SourceCounts(read - rejected, 0, 0));
        var held = QualityGate.Check([run], previous: [], source.Report.FileAge, files.MaxAgeHours, limits)
            .Where(result => !result.Passed)
            .Select(result => Finding.Fails(Check, $"would hold a run by {result.Code}: expected {result.Expected}, found {result.Found}. {Advice(result)}{firstReject}"))
            .ToList();
        return [.. held.Count > 0 ? held : [Finding.Ok(Check, Seen(source, files, read, rejected))],
            .. source.Layouts.Select(OfColumns), .. Warnings(source)];
    }

    private static string Seen(AdComputerSource source, AdOptions files, int read, int rejected)
    {
        var limit = files.MaxAgeHours is { } hours ? Text($"the limit is {hours} h") : "no limit is set (ActiveDirectory:MaxAgeHours)";
        return Text($"{read:N0} rows in {source.Layouts.Count} file(s), {rejected:N0} unusable; the oldest is {source.Report.FileAge!.Value.TotalHours:0.#} h old, {limit}.");
    }

    private static string Advice(QualityResult result) => result.Code switch
    {
        "FileAge" => "See that the export still runs where AD is.",
        _ => $"Export again with: {AdExportCommand.PowerShell}.",
    };

    private static Finding OfColumns(AdFileLayout file)
    {
        const string check = "AD columns";
        var seen = $"{file.Name}, {file.Encoding}, separated by {(file.Delimiter == '\t' ? "tab" : $"'{file.Delimiter}'")}: {string.Join(", ", file.Columns)}";
        return file.Missing.Count == 0
            ? Finding.Ok(check, seen + ".")
            : Finding.Warning(check, $"{seen}. Nothing holds {string.Join(", ", file.Missing)}, which is then unknown of every computer. "
                + $"Map a header in ActiveDirectory:Columns, or export with: {AdExportCommand.PowerShell}");
    }

    private static IEnumerable<Finding> Warnings(AdComputerSource source)
    {
        foreach (var (header, count) in source.Report.Unreadable)
            yield return Finding.Warning(Check, Text($"{count:N0} values of column {header} cannot be read and are left empty. See how the export writes them."));
        foreach (var sentence in source.Report.Warnings) yield return Finding.Warning(Check, sentence);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
