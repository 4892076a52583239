using System.Text;
using Etl.Model.Sources;
using Etl.Model.Values;

namespace Etl.Extract.ActiveDirectory;

/// <summary>One file as pages of computers.</summary>
internal sealed class AdRowReader : IDisposable
{
    private readonly AdFile _file;
    private readonly AdCsv _csv;
    private readonly AdColumns _columns;
    private readonly AdRowMapper _mapper;

    public AdRowReader(AdFile file, Encoding encoding, AdSettings settings, SourceReport report)
    {
        _file = file;
        var delimiter = settings.Delimiter ?? AdPreamble.Delimiter(file, encoding);
        _csv = new AdCsv(file, encoding, delimiter);
        _columns = AdColumns.Read(_csv, file, settings.Columns);
        var dates = new AdDates(settings.Culture, settings.TimeZone, () =>
        {
            using var csv = new AdCsv(file, encoding, delimiter);
            return AdDateOrders.Find(csv, AdColumns.Read(csv, file, settings.Columns), file);
        });
        _mapper = new AdRowMapper(_csv, _columns, dates, file, report);
        Layout = new AdFileLayout(file.Name, encoding.WebName, delimiter, _columns.Known, _columns.Missing);
    }

    public AdFileLayout Layout { get; }

    private int FieldCount => _columns.Headers.Count;

    /// <summary>At most <paramref name="maxRows"/> records; empty at the end of the file.</summary>
    public SourcePage<AdComputer> ReadPage(int number, int maxRows)
    {
        var records = new List<AdComputer>(maxRows);
        var rejected = new List<RejectedRow>();
        while (records.Count + rejected.Count < maxRows && _csv.Read())
        {
            if (_csv.Fault is { } fault) rejected.Add(Reject(null, fault));
            else if (HasExtraFields()) rejected.Add(Reject(null, $"The record has {_csv.FieldCount} fields; the header has {FieldCount}."));
            else if (_mapper.TryReadKey(out var objectGuid)) records.Add(_mapper.Read(objectGuid));
            else rejected.Add(Reject(_columns.Headers[_columns[AdAttribute.ObjectGuid][0]], "Expected a GUID that is not zero."));
        }

        return new SourcePage<AdComputer>(number, records, rejected);
    }

    public void Dispose() => _csv.Dispose();

    /// <summary>Spreadsheets end lines with empty fields; those mean nothing.</summary>
    private bool HasExtraFields()
    {
        for (var column = FieldCount; column < _csv.FieldCount; column++)
        {
            if (!_csv.GetSpan(column).Trim(" \t"u8).IsEmpty) return true;
        }

        return false;
    }

    private RejectedRow Reject(string? field, string reason) => new(
        SourceKind.ActiveDirectory, $"{_file.Name} line {_csv.LineNumber}", field, reason, Encoding.UTF8.GetString(_csv.RawRecord));
}
