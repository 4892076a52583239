using System.Globalization;
using System.Text;
using Etl.Model.Errors;
using Etl.Warehouse;
using Parquet;
using Parquet.Schema;

namespace Etl.Export;

/// <summary>The file of a tenant's day.</summary>
internal sealed record LakeFile(string Path, SnapshotDay Day)
{
    /// <summary>The column that the name of the folder says, in the way of Hive; it is not in the files, where some engines refuse it.</summary>
    public const string DayColumn = "snapshot_date";

    private const string PublishKey = "etl.publish";

    public static IReadOnlyList<LakeFile> Of(IEnumerable<SnapshotDay> days, ExportRequest request)
    {
        List<LakeFile> files = [.. days.Select(day => new LakeFile(PathOf(day, request), day))];
        if (files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } shared)
            throw new EtlException(Stage.Export,
                $"The files of {string.Join(" and ", shared.Select(file => $"'{file.Day.Tenant}'"))} would have the same name. "
                + "Export them with --tenant into a folder each.");
        return files;
    }

    public IReadOnlyDictionary<string, string> MetadataOf(string? publish) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [PublishKey] = publish ?? "",
        ["etl.tenant"] = Day.Tenant,
        ["etl.snapshot_date"] = DayText(Day),
    };

    /// <summary>Whether the file is there, has these columns and is of this publish.</summary>
    public async Task<bool> IsCurrentAsync(string? publish, ParquetSchema schema, CancellationToken cancellationToken)
    {
        if (publish is null || !File.Exists(Path)) return false;
        try
        {
            await using var file = await ParquetReader.CreateAsync(Path, cancellationToken: cancellationToken);
            return file.Schema.Equals(schema) && file.CustomMetadata.TryGetValue(PublishKey, out var writtenOf) && writtenOf == publish;
        }
        catch (Exception error) when (error is IOException or ParquetException)
        {
            // Not a file of ours, or cut off: it is replaced.
            return false;
        }
    }

    private static string PathOf(SnapshotDay day, ExportRequest request) => System.IO.Path.Combine(
        request.Path, $"{DayColumn}={DayText(day)}", $"{ExportDatasets.NameOf(request.Dataset)}.{Safe(day.Tenant)}.parquet");

    private static string DayText(SnapshotDay day) => day.SnapshotDate.ToString("O", CultureInfo.InvariantCulture);

    // A tenant's name is the operator's own text; a file system takes less.
    private static string Safe(string name) =>
        new StringBuilder().AppendJoin("", name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).ToString();
}
