namespace Etl.Pipeline.Configuration;

/// <summary>How long things are kept (<c>Retention</c>); 0 keeps them for ever. Days, events, lifecycle and coverage are never removed.</summary>
public sealed record RetentionOptions
{
    /// <summary>Days that archived pages and files are kept; a day without them cannot be replayed. 0 keeps for ever, here and below.</summary>
    public int ArchiveDays { get; init; } = 90;

    /// <summary>Days that rejected rows are kept.</summary>
    public int RejectedDays { get; init; } = 180;

    /// <summary>Days that the devices of every snapshot are kept; counts, events and lifecycle stay for ever.</summary>
    public int SnapshotDays { get; init; } = 400;

    /// <summary>Keep the devices of the last snapshot of each month for ever.</summary>
    public bool KeepMonthEnds { get; init; } = true;

    /// <summary>One sentence a fault, each beginning with the key.</summary>
    public IEnumerable<string> Validate()
    {
        foreach (var (key, days) in new[] { (nameof(ArchiveDays), ArchiveDays), (nameof(RejectedDays), RejectedDays), (nameof(SnapshotDays), SnapshotDays) })
            if (days is < 0 or > 36_500) yield return $"{key}: {days} is not a number of days from 1 to 36500, nor 0 for ever.";
    }
}
