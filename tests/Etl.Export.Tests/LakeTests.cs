using Etl.EndToEnd.Tests.Running;
using Etl.Load;
using Etl.Load.Tests;
using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using static Etl.Load.Tests.Sample;
using TestFolder = Etl.Load.Tests.TestFolder;

namespace Etl.Export.Tests;

/// <summary>A folder of days, as an engine that reads the whole folder sees it.</summary>
public sealed class LakeTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Lake => _folder["lake"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_reader_of_the_folder_finds_the_rows_of_the_csv_file()
    {
        await PublishAsync(FirstDay, [Device(2), Missing(1)], "fabrikam", number: 9);
        await PublishAsync(FirstDay, [Device(1), Device(3)], "contoso");
        await PublishAsync(FirstDay.AddDays(1), [Device(3) with { DeviceName = "Zoë" }], "contoso");

        var result = await LakeAsync(Request());

        result.ShouldBe(new LakeResult(ExportDataset.Devices, Lake, Written: 3, Unchanged: 0, Rows: 5));
        Files().ShouldBe(
        [
            "snapshot_date=2026-01-30/devices.contoso.parquet", "snapshot_date=2026-01-30/devices.fabrikam.parquet",
            "snapshot_date=2026-01-31/devices.contoso.parquet",
        ]);
        var csv = await CsvAsync(FirstDay, FirstDay.AddDays(1));
        ParquetFiles.Records($"{Lake}/**/*.parquet", string.Join(',', csv[0]), "ORDER BY tenant, snapshot_date, device_id").ShouldBe(csv);
        ParquetFiles.Types($"{Lake}/**/*.parquet")["snapshot_date"].ShouldBe("DATE");
    }

    [Fact]
    public async Task A_day_that_is_still_the_same_is_not_written_again()
    {
        await PublishAsync(FirstDay, [Device(1)]);
        await PublishAsync(FirstDay.AddDays(1), [Device(1)]);
        await LakeAsync(Request());
        Age();

        await PublishAsync(FirstDay.AddDays(1), [Device(1), Device(2)], number: 2);
        await PublishAsync(FirstDay.AddDays(2), [Device(1)]);
        var result = await LakeAsync(Request());

        (result.Written, result.Unchanged, result.Rows).ShouldBe((2, 1, 3));
        Files().Where(file => File.GetLastWriteTimeUtc(Path.Combine(Lake, file)) == LongAgo)
            .ShouldBe(["snapshot_date=2026-01-30/devices.contoso.parquet"]);
        ParquetFiles.Records($"{Lake}/**/*.parquet", "snapshot_date, device_id", "ORDER BY ALL").Skip(1).ShouldBe(
        [
            ["2026-01-30", Id(1)], ["2026-01-31", Id(1)], ["2026-01-31", Id(2)], ["2026-02-01", Id(1)],
        ]);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_strange_or_of_other_columns_is_replaced()
    {
        foreach (var day in Enumerable.Range(0, 4)) await PublishAsync(FirstDay.AddDays(day), [Device(1)]);
        await LakeAsync(Request());
        var files = Files().Select(file => Path.Combine(Lake, file)).ToList();
        await using (var cut = File.OpenWrite(files[0])) cut.SetLength(cut.Length / 2);
        await File.WriteAllTextAsync(files[1], "not Parquet", Cancellation);
        await LakeAsync(Request() with { Dataset = ExportDataset.Gaps, Path = _folder["gaps"] });
        File.Copy(Directory.GetFiles(_folder["gaps"], "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ElementAt(2), files[2], overwrite: true);

        var result = await LakeAsync(Request());

        (result.Written, result.Unchanged).ShouldBe((3, 1));
        ParquetFiles.Records($"{Lake}/**/*.parquet", "device_id").Count.ShouldBe(1 + 4);
    }

    [Fact]
    public async Task Only_the_days_and_the_tenant_that_are_named_are_written()
    {
        await PublishAsync(FirstDay, [Device(1)], "fabrikam", number: 9);
        foreach (var day in Enumerable.Range(0, 3)) await PublishAsync(FirstDay.AddDays(day), [Device(1)]);

        await LakeAsync(Request() with { Tenant = "contoso", From = FirstDay.AddDays(1) });

        Files().ShouldBe(["snapshot_date=2026-01-31/devices.contoso.parquet", "snapshot_date=2026-02-01/devices.contoso.parquet"]);
    }

    [Fact]
    public async Task Tenants_whose_files_would_have_one_name_are_refused()
    {
        await PublishAsync(FirstDay, [Device(1)], "a b");
        await PublishAsync(FirstDay, [Device(1)], "A/B", number: 9);

        (await Should.ThrowAsync<EtlException>(() => LakeAsync(Request()))).Message.ShouldContain("'A/B' and 'a b'");
        await LakeAsync(Request() with { Tenant = "a b" });

        Files().ShouldBe(["snapshot_date=2026-01-30/devices.a_b.parquet"]);
    }

    [Fact]
    public async Task A_cancelled_export_leaves_whole_files_only()
    {
        await PublishAsync(FirstDay, [.. Enumerable.Range(1, 50).Select(Device)]);
        await LakeAsync(Request());
        await PublishAsync(FirstDay, [Device(1)], number: 2);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new LakeExporter(_folder.Warehouse()).ExportAsync(Request(), cancelled.Token));

        Files().ShouldHaveSingleItem();
        ParquetFiles.Records($"{Lake}/**/*.parquet").Count.ShouldBe(1 + 50);
    }

    private ExportRequest Request() => new() { Dataset = ExportDataset.Devices, Format = ExportFormat.Parquet, Path = Lake };

    private Task<LakeResult> LakeAsync(ExportRequest request) => new LakeExporter(_folder.Warehouse()).ExportAsync(request, Cancellation);

    private async Task<List<List<string>>> CsvAsync(DateOnly from, DateOnly to)
    {
        await new DatasetExporter(_folder.Warehouse()).ExportAsync(
            new ExportRequest { Dataset = ExportDataset.Devices, Path = _folder["out.csv"], From = from, To = to, Escape = false }, Cancellation);
        return Csv.Records(await File.ReadAllTextAsync(_folder["out.csv"], Cancellation));
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(Lake, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Lake, file)).Order(StringComparer.Ordinal)];

    private void Age()
    {
        foreach (var file in Files()) File.SetLastWriteTimeUtc(Path.Combine(Lake, file), LongAgo);
    }

    private Task<RunRecord> PublishAsync(DateOnly day, ClassifiedDevice[] devices, string tenant = "contoso", int number = 1) =>
        new DeviceLoader(_folder.Warehouse(), TimeProvider.System).PublishAsync(
            Publication(day, devices, tenant, number), progress: null, Cancellation);
}
