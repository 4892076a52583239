using System.Globalization;
using DuckDB.NET.Data;
using Etl.EndToEnd.Tests.Running;
using Etl.Load;
using Etl.Load.Tests;
using Etl.Model.Devices;
using Etl.Model.Runs;
using static Etl.Load.Tests.Sample;

namespace Etl.Export.Tests;

/// <summary>Parquet as another program reads it: every value is that of the CSV file.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<ExportDataset> AllDatasets { get; } = [.. Enum.GetValues<ExportDataset>()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(AllDatasets))]
    public async Task Has_the_rows_and_columns_of_the_csv_file(ExportDataset dataset)
    {
        await PublishAsync(FirstDay, Odd(1), Missing(2));
        await PublishAsync(
            FirstDay.AddDays(1), Odd(1), Missing(2), Device(3) with { DeviceName = "Zoë", DaysSinceActivity = -3, JoinTypeAsExpected = null });

        var csv = await CsvAsync(dataset);
        await ExportAsync(dataset, ExportFormat.Parquet);

        csv.Count.ShouldBeGreaterThan(1);
        ParquetFiles.Records(_folder["out.parquet"]).ShouldBe(csv);
    }

    [Fact]
    public async Task Columns_have_types()
    {
        await PublishAsync(FirstDay, Device(1));

        await ExportAsync(ExportDataset.Devices, ExportFormat.Parquet);
        await ExportAsync(ExportDataset.Coverage, ExportFormat.Parquet, "coverage.parquet");

        var devices = ParquetFiles.Types(_folder["out.parquet"]);
        devices["snapshot_date"].ShouldBe("DATE");
        devices["device_id"].ShouldBe("VARCHAR");
        devices["is_covered"].ShouldBe("BOOLEAN");
        devices["intune_record_count"].ShouldBe("INTEGER");
        devices["last_activity_utc"].ShouldBe("TIMESTAMP WITH TIME ZONE");
        var coverage = ParquetFiles.Types(_folder["coverage.parquet"]);
        coverage["devices"].ShouldBe("BIGINT");
        coverage["coverage"].ShouldBe("DECIMAL(18,4)");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(21, 3)]
    public async Task Rows_are_written_a_group_at_a_time(int rows, int groups)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        await using (var table = new ParquetTable(File.Create(_folder["out.parquet"]), rowsInGroup: 7))
        {
            for (var from = 0; from < Math.Max(rows, 1); from += 5)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = FormattableString.Invariant($"SELECT CAST(i AS INTEGER) AS i FROM range({from}, {Math.Min(from + 5, rows)}) AS r(i)");
                await using var reader = await command.ExecuteReaderAsync(Cancellation);
                await table.WriteAsync(reader, Cancellation);
            }

            await table.CompleteAsync(Cancellation);
            table.Rows.ShouldBe(rows);
        }

        ParquetFiles.RowGroups(_folder["out.parquet"]).ShouldBe(groups);
        ParquetFiles.Records(_folder["out.parquet"]).Skip(1).Select(record => record[0])
            .ShouldBe(Enumerable.Range(0, rows).Select(i => i.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_same_data_gives_the_same_bytes()
    {
        await PublishAsync(FirstDay, Odd(1), Missing(2), Device(3));

        await ExportAsync(ExportDataset.Devices, ExportFormat.Parquet);
        await ExportAsync(ExportDataset.Devices, ExportFormat.Parquet, "again.parquet");

        (await File.ReadAllBytesAsync(_folder["again.parquet"], Cancellation)).ShouldBe(await File.ReadAllBytesAsync(_folder["out.parquet"], Cancellation));
    }

    [Fact]
    public async Task A_dash_writes_to_the_standard_output()
    {
        await PublishAsync(FirstDay, Device(1));
        using var output = new MemoryStream();

        await new DatasetExporter(_folder.Warehouse(), () => output).ExportAsync(
            new ExportRequest { Dataset = ExportDataset.Devices, Format = ExportFormat.Parquet, Path = ExportRequest.StandardOutput }, Cancellation);
        await ExportAsync(ExportDataset.Devices, ExportFormat.Parquet);

        output.ToArray().ShouldBe(await File.ReadAllBytesAsync(_folder["out.parquet"], Cancellation));
    }

    [Fact]
    public async Task A_cancelled_export_leaves_the_file_of_before_and_nothing_beside_it()
    {
        await PublishAsync(FirstDay, Device(1));
        await File.WriteAllTextAsync(_folder["out.parquet"], "old", Cancellation);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new DatasetExporter(_folder.Warehouse()).ExportAsync(
            new ExportRequest { Dataset = ExportDataset.Devices, Format = ExportFormat.Parquet, Path = _folder["out.parquet"] }, cancelled.Token));

        (await File.ReadAllTextAsync(_folder["out.parquet"], Cancellation)).ShouldBe("old");
        File.Exists(_folder["_out.parquet.part"]).ShouldBeFalse();
    }

    // Values that a text format has to quote, and instants with and without parts of a second.
    private static ClassifiedDevice Odd(int number) => Device(number) with
    {
        DeviceName = "=\"a\",\nb",
        Registered = new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero),
        Enrolled = new DateTimeOffset(2025, 12, 1, 7, 30, 0, TimeSpan.Zero),
        LastSync = new DateTimeOffset(2026, 1, 29, 23, 59, 59, 999, TimeSpan.Zero),
        OrganizationalUnit = "OU=A,DC=contoso,DC=example",
    };

    private async Task<List<List<string>>> CsvAsync(ExportDataset dataset)
    {
        await ExportAsync(dataset, ExportFormat.Csv, "out.csv");
        return Csv.Records(await File.ReadAllTextAsync(_folder["out.csv"], Cancellation));
    }

    private Task<ExportResult> ExportAsync(ExportDataset dataset, ExportFormat format, string file = "out.parquet") =>
        new DatasetExporter(_folder.Warehouse()).ExportAsync(
            new ExportRequest { Dataset = dataset, Format = format, Path = _folder[file], Escape = false }, Cancellation);

    private Task<RunRecord> PublishAsync(DateOnly day, params ClassifiedDevice[] devices) =>
        new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(Publication(day, devices), progress: null, Cancellation);
}
