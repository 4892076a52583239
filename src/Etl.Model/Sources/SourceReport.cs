namespace Etl.Model.Sources;

/// <summary>
/// What reading one source took and met; filled by the extractor while it reads, complete when its pages have ended. One writer.
/// </summary>
public sealed class SourceReport(SourceKind source)
{
    private readonly Dictionary<string, long> _unreadable = new(StringComparer.Ordinal);

    public SourceKind Source { get; } = source;
    public int Pages { get; set; }

    /// <summary>HTTP requests or files opened, retries included.</summary>
    public int Requests { get; set; }

    public int Retries { get; set; }

    /// <summary>Time waited because the service asked for it (429, 503 with Retry-After).</summary>
    public TimeSpan Throttled { get; set; }

    /// <summary>Bytes as they came: compressed over the wire, or of the files.</summary>
    public long Bytes { get; set; }

    /// <summary>The source's own count of its records (<c>managedDeviceOverview.enrolledDeviceCount</c>), where it has one.</summary>
    public long? ControlCount { get; set; }

    /// <summary>Age of the oldest file at the snapshot instant, where the source is files.</summary>
    public TimeSpan? FileAge { get; set; }

    /// <summary>Sentences for the operator: a property that this cloud lacks, a control count that could not be read.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Values that could not be read and became null, by field as the source spells it.</summary>
    public IReadOnlyDictionary<string, long> Unreadable => _unreadable;

    public void CountUnreadable(string field, long count = 1) =>
        _unreadable[field] = _unreadable.GetValueOrDefault(field) + count;
}
