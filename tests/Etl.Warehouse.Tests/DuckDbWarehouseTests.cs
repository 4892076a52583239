using Dapper;
using Etl.Model.Errors;
using Etl.Warehouse.DuckDb;

namespace Etl.Warehouse.Tests;

public sealed class DuckDbWarehouseTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_the_folder_and_the_file_when_there_is_something_to_write()
    {
        var path = _folder["new/deeper/warehouse.duckdb"];

        await Warehouse(path).MigrateAsync(Cancellation);

        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Reading_where_there_is_no_warehouse_says_what_makes_one()
    {
        var error = await Should.ThrowAsync<EtlException>(() => ReadAsync(Warehouse(_folder.WarehousePath)));

        error.Message.ShouldContain(_folder.WarehousePath);
        error.Message.ShouldContain("etl run");
        File.Exists(_folder.WarehousePath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_file_of_another_kind_is_named_and_left_alone(string content)
    {
        await File.WriteAllTextAsync(_folder.WarehousePath, content, Cancellation);

        var error = await Should.ThrowAsync<EtlException>(() => WriteAsync(Warehouse(_folder.WarehousePath)));

        error.Message.ShouldContain("is not a DuckDB file");
        (await File.ReadAllTextAsync(_folder.WarehousePath, Cancellation)).ShouldBe(content);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(_folder.WarehousePath);

        (await Should.ThrowAsync<EtlException>(() => WriteAsync(Warehouse(_folder.WarehousePath)))).Message.ShouldContain("is a folder");
    }

    [Fact]
    public async Task A_read_only_file_can_be_read_and_not_written()
    {
        var warehouse = Warehouse(_folder.WarehousePath);
        await warehouse.MigrateAsync(Cancellation);
        File.SetAttributes(_folder.WarehousePath, FileAttributes.ReadOnly);

        (await ReadAsync(warehouse)).ShouldBe(8);
        (await Should.ThrowAsync<EtlException>(() => WriteAsync(warehouse))).Message.ShouldContain("read-only");
        File.SetAttributes(_folder.WarehousePath, FileAttributes.Normal);
    }

    [Fact]
    public async Task Whoever_finds_the_file_held_is_told_by_which_process()
    {
        var warehouse = Warehouse(_folder.WarehousePath, lockWait: TimeSpan.Zero);
        await warehouse.MigrateAsync(Cancellation);
        using var holder = await HoldingProcess.StartAsync(_folder.WarehousePath);

        var onWrite = await Should.ThrowAsync<EtlException>(() => WriteAsync(warehouse));
        var onRead = await Should.ThrowAsync<EtlException>(() => ReadAsync(warehouse));

        onWrite.Message.ShouldContain($"process {holder.Id}");
        onWrite.IsTransient.ShouldBeTrue();
        onRead.Message.ShouldContain($"process {holder.Id}");
    }

    [Fact]
    public async Task Work_waits_for_the_process_that_holds_the_file()
    {
        var warehouse = Warehouse(_folder.WarehousePath);
        await warehouse.MigrateAsync(Cancellation);
        using var holder = await HoldingProcess.StartAsync(_folder.WarehousePath);

        var work = ReadAsync(warehouse);
        work.IsCompleted.ShouldBeFalse();
        holder.End();

        (await work).ShouldBe(8);
    }

    [Fact]
    public async Task Within_a_process_a_writer_waits_for_readers_and_readers_join_a_writer()
    {
        var warehouse = Warehouse(_folder.WarehousePath);
        await warehouse.MigrateAsync(Cancellation);
        var readerMayLeave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var reader = warehouse.UseAsync(WarehouseAccess.Read, async _ =>
        {
            await readerMayLeave.Task;
            return 1;
        }, Cancellation);
        var writer = warehouse.UseAsync(WarehouseAccess.Write, _ => ReadAsync(warehouse), Cancellation);
        writer.IsCompleted.ShouldBeFalse();
        readerMayLeave.SetResult();

        (await reader).ShouldBe(1);
        (await writer).ShouldBe(8);
    }

    [Fact]
    public async Task An_error_of_the_store_comes_out_as_a_sentence_that_names_the_file()
    {
        var warehouse = Warehouse(_folder.WarehousePath);

        var error = await Should.ThrowAsync<EtlException>(() => warehouse.UseAsync(
            WarehouseAccess.Write, session => session.Connection.ExecuteAsync("DELETE FROM no.such_table"), Cancellation));

        error.Message.ShouldContain(_folder.WarehousePath);
        error.Message.ShouldContain("such_table");
    }

    [Fact]
    public async Task The_memory_of_the_store_is_bounded_and_can_be_set()
    {
        var bounded = await MemoryLimitAsync($"Data Source={_folder["a.duckdb"]}");
        var set = await MemoryLimitAsync($"Data Source={_folder["b.duckdb"]};memory_limit=100MiB");
        var ofReader = await MemoryLimitAsync($"Data Source={_folder["a.duckdb"]}", WarehouseAccess.Read);
        var setOfReader = await MemoryLimitAsync($"Data Source={_folder["b.duckdb"]};memory_limit=100MiB", WarehouseAccess.Read);

        bounded.ShouldBe("244.1 MiB");
        ofReader.ShouldBe("953.6 MiB");
        set.ShouldBe("100.0 MiB");
        setOfReader.ShouldBe("100.0 MiB");
    }

    private static Task<string?> MemoryLimitAsync(string connectionString, WarehouseAccess access = WarehouseAccess.Write) =>
        new DuckDbWarehouse(new WarehouseOptions { ConnectionString = connectionString }, TimeProvider.System).UseAsync(
            access,
            session => session.Connection.ExecuteScalarAsync<string>("SELECT current_setting('memory_limit')"),
            Cancellation);

    private static DuckDbWarehouse Warehouse(string path, TimeSpan? lockWait = null) =>
        new(new WarehouseOptions { ConnectionString = $"Data Source={path}" }, TimeProvider.System)
        {
            LockWait = lockWait ?? TimeSpan.FromMinutes(2),
        };

    private static Task<long> ReadAsync(DuckDbWarehouse warehouse) => warehouse.UseAsync(
        WarehouseAccess.Read, session => session.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM report.dim_join_type"), Cancellation);

    private static Task<int> WriteAsync(DuckDbWarehouse warehouse) => warehouse.UseAsync(
        WarehouseAccess.Write, session => session.Connection.ExecuteAsync("DELETE FROM staging.gap_reason"), Cancellation);
}
