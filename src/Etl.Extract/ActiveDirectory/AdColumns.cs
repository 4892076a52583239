using System.Text;
using Etl.Model.Errors;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// Where each attribute stands in one file. Bound by header, without case and in any order; other columns are left alone.
/// </summary>
internal sealed class AdColumns
{
    private static readonly int AttributeCount = Enum.GetValues<AdAttribute>().Length;

    private readonly int[][] _columns;

    private AdColumns(string[] headers, int[][] columns) => (Headers, _columns) = (headers, columns);

    /// <summary>As the file spells them.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The headers that hold an attribute, in the order of the file.</summary>
    public IReadOnlyList<string> Known => [.. _columns.SelectMany(columns => columns).Order().Select(column => Headers[column])];

    /// <summary>The attributes without a column, by their preferred headers. One of the two that tell of a disabled account will do.</summary>
    public IReadOnlyList<string> Missing => [.. Enum.GetValues<AdAttribute>()
        .Where(attribute => this[attribute].IsEmpty)
        .Where(attribute => attribute is not (AdAttribute.Enabled or AdAttribute.UserAccountControl)
            || (this[AdAttribute.Enabled].IsEmpty && this[AdAttribute.UserAccountControl].IsEmpty))
        .Select(AdHeaders.NameOf)];

    /// <summary>The columns of an attribute, the preferred one first; empty where the file has none.</summary>
    public ReadOnlySpan<int> this[AdAttribute attribute] => _columns[(int)attribute];

    /// <summary>Reads the header, past what stands above it.</summary>
    public static AdColumns Read(AdCsv csv, AdFile file, IReadOnlyDictionary<string, string> mapped)
    {
        do
        {
            if (!csv.Read()) throw AdFault.Of($"{file.Path} is empty. Export again with: {AdExportCommand.PowerShell}");
        }
        while (AdPreamble.IsPreamble(Encoding.UTF8.GetString(csv.RawRecord)));

        var headers = new string[csv.FieldCount];
        for (var column = 0; column < headers.Length; column++) headers[column] = csv.GetString(column).Trim();
        var bound = Bind(headers, mapped);
        if (bound.Count == 0) throw NoHeader(csv, file);
        if (!bound.Any(column => column.Attribute == AdAttribute.ObjectGuid)) throw NoObjectGuid(file);
        ThrowIfTwice(bound.Select(column => headers[column.Index]), file);

        var columns = bound.ToLookup(column => column.Attribute);
        return new AdColumns(headers, [.. Enumerable.Range(0, AttributeCount)
            .Select(attribute => columns[(AdAttribute)attribute].OrderBy(column => column.Rank).Select(column => column.Index).ToArray())]);
    }

    /// <summary>A header that the operator mapped comes before the known ones of its attribute.</summary>
    private static List<(int Index, int Rank, AdAttribute Attribute)> Bind(string[] headers, IReadOnlyDictionary<string, string> mapped)
    {
        var bound = new List<(int, int, AdAttribute)>();
        for (var index = 0; index < headers.Length; index++)
        {
            var isMapped = mapped.TryGetValue(headers[index], out var target);
            if (AdHeaders.TryFind(isMapped ? target! : headers[index], out var known))
                bound.Add((index, isMapped ? -1 : known.Rank, known.Attribute));
        }

        return bound;
    }

    private static void ThrowIfTwice(IEnumerable<string> headers, AdFile file)
    {
        var twice = headers.GroupBy(header => header, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
            throw AdFault.Of($"{file.Path} has two columns named \"{twice.Key}\": which one counts cannot be told. Remove or rename one.");
    }

    private static EtlException NoHeader(AdCsv csv, AdFile file) => AdFault.Of(
        $"{file.Path} has no header: none of the names that are known ({AdHeaders.Names}) stands in line {csv.LineNumber}, read with " +
        $"the delimiter {(csv.Delimiter == '\t' ? "tab" : $"\"{csv.Delimiter}\"")}. Export again with: {AdExportCommand.PowerShell}");

    private static EtlException NoObjectGuid(AdFile file) => AdFault.Of(
        $"{file.Path} has no column ObjectGUID, without which no computer can be matched to its Entra device. If the column has " +
        $"another name, map it in ActiveDirectory:Columns; else export again with: {AdExportCommand.PowerShell}");
}
