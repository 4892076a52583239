using System.Text;
using CsvHelper;

namespace Etl.Extract.ActiveDirectory;

/// <summary>
/// The records of one file. A record with broken quoting is handed out with its <see cref="Fault"/>. Where a quoted field is not
/// closed, the parser would take the lines after it for its text: from that record on, every line is a record of its own, so that one
/// bad line costs one line.
/// </summary>
internal sealed class AdCsv : IDisposable
{
    private const int BufferBytes = 1 << 18;
    private const int MaxRecordBytes = 1 << 20;

    private readonly AdFile _file;
    private readonly Encoding _encoding;
    private CsvReader _reader;
    private CsvMalformedReason? _malformed;
    private bool _byLine;
    private long _offset = -1;

    public AdCsv(AdFile file, Encoding encoding, char delimiter)
    {
        _file = file;
        _encoding = encoding;
        Delimiter = delimiter;
        _reader = Open();
    }

    public char Delimiter { get; }
    public int FieldCount => _reader.FieldCount;

    /// <summary>The physical line on which the record starts, 1-based.</summary>
    public long LineNumber => _reader.LineNumber;

    public ReadOnlySpan<byte> RawRecord => _reader.RawRecord;

    /// <summary>What is wrong with the record; null where it is well formed.</summary>
    public string? Fault => _malformed switch
    {
        null => null,
        CsvMalformedReason.StrayQuote => "The record has a quote inside an unquoted field.",
        CsvMalformedReason.TextAfterClosingQuote => "The record has text after a closing quote.",
        _ => "The record has a quoted field that is not closed.",
    };

    public bool Read()
    {
        while (true)
        {
            _malformed = null;
            try
            {
                if (!_reader.Read()) return false;
            }
            catch (CsvFormatException e)
            {
                if (_byLine) throw AdFault.Of($"{_file.Path} has a line of more than 1 MiB after line {LineNumber}: it is no CSV.", e);
                ReadByLine();
                continue;
            }
            catch (IOException e)
            {
                throw AdFault.Unreadable(_file.Path, e);
            }

            if (_reader.ByteOffset <= _offset) continue;
            if (_malformed is not null && !_byLine && RawRecord.ContainsAny((byte)'\r', (byte)'\n'))
            {
                ReadByLine();
                continue;
            }

            _offset = _reader.ByteOffset;
            return true;
        }
    }

    /// <summary>The field in UTF-8; empty where the record is shorter. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> GetSpan(int column) => _reader.GetSpan(column);

    /// <summary>The field as text; equal ones of a column with few values are one string.</summary>
    public string GetString(int column) => _reader.GetString(column);

    public void Dispose() => _reader.Dispose();

    /// <summary>Starts again at the record after the last good one.</summary>
    private void ReadByLine()
    {
        _byLine = true;
        _reader.Dispose();
        _reader = Open();
    }

    private CsvReader Open() => CsvReader.Create(_file.OpenRead(), new CsvReaderOptions
    {
        Separator = Delimiter,
        Encoding = _encoding,
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        AllowLineBreaksInQuotes = !_byLine,
        MaxRecordSize = MaxRecordBytes,
        BufferSize = BufferBytes,
        OnMalformedRecord = record => _malformed = record.Reason,
    });
}
