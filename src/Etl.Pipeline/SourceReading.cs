using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Transform.Matching;

namespace Etl.Pipeline;

/// <summary>One source, read to its end.</summary>
internal sealed record SourceReading(SourceReport Report, long RowsRead, long RowsRejected, TimeSpan Elapsed)
{
    /// <summary>The journal's row, once matching has told where the usable records went.</summary>
    public RunSource With(SourceCounts counts) => new()
    {
        Source = Report.Source,
        RowsRead = RowsRead,
        RowsUsed = counts.Used,
        RowsSuperseded = counts.Superseded,
        RowsDuplicate = counts.Duplicate,
        RowsRejected = RowsRejected,
        Pages = Report.Pages,
        Requests = Report.Requests,
        Retries = Report.Retries,
        ThrottledSeconds = Report.Throttled.TotalSeconds,
        Bytes = Report.Bytes,
        ControlCount = Report.ControlCount,
        Seconds = Elapsed.TotalSeconds,
    };
}
