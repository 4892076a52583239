using System.Globalization;
using Quartz;

namespace Etl.Pipeline.Scheduling;

/// <summary>An instant in a job's data. Kept as text, which every job store takes.</summary>
internal static class DueTime
{
    public static JobDataMap Write(DateTimeOffset due) => new() { [RunJob.Due] = due.ToString("O", CultureInfo.InvariantCulture) };

    public static DateTimeOffset? Read(JobDataMap data) =>
        data.TryGetValue(RunJob.Due, out var value) && value is string text
            ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture)
            : null;
}
