using DuckDB.NET.Data;
using Etl.Model.Errors;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse.DuckDb;

/// <summary>
/// The embedded warehouse: one file, open only while there is work. One process at a time can have it open for writing, and then no
/// other opens it at all; whoever comes second waits for a while.
/// </summary>
public sealed class DuckDbWarehouse : IWarehouse
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly string _connectionString;
    private readonly string _path;
    private readonly TimeProvider _timeProvider;
    private readonly MigrationRunner _migrations;
    private readonly DuckDbGate _gate;

    public DuckDbWarehouse(WarehouseOptions options, TimeProvider timeProvider, SqlScripts? scripts = null)
    {
        DapperSetup.Ensure();
        _connectionString = options.ConnectionString;
        _path = DuckDbConnectionText.FilePath(options.ConnectionString);
        _timeProvider = timeProvider;
        LockWait = TimeSpan.FromSeconds(options.LockWaitSeconds ?? 30);
        _gate = DuckDbGate.For(_path);
        Scripts = scripts ?? SqlScripts.Embedded("duckdb");
        _migrations = new MigrationRunner(Scripts, new DuckDbDialect(), timeProvider);
    }

    /// <summary>How long to wait for whoever has the file open.</summary>
    public TimeSpan LockWait { get; init; }

    public bool RepeatsWork => false;

    /// <summary>
    /// Readers open the file as a writer does, so that a writer of this process can join them and they it: for a process whose
    /// readers come and go all day. Otherwise several processes can read at once.
    /// </summary>
    public bool ReadersWelcomeWriter { get; init; }

    private SqlScripts Scripts { get; }

    public Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken) =>
        UseFileAsync(access, async connection =>
        {
            if (access == WarehouseAccess.Write)
                await _migrations.RunAsync(connection, cancellationToken);
            else if ((await _migrations.PendingAsync(connection, cancellationToken)).Count > 0)
                throw DuckDbErrors.OlderSchema(_path);
            return await work(new DuckDbSession(connection, Scripts));
        }, cancellationToken);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(_path));

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) =>
        UseFileAsync(WarehouseAccess.Write, connection => _migrations.RunAsync(connection, cancellationToken), cancellationToken);

    public string MigrationScript() => _migrations.Script();

    public async Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken)
    {
        CheckFile(WarehouseAccess.Write);
        return await PollAsync(() => ClaimFile.TryOpen(_path, name), patience, cancellationToken);
    }

    /// <summary>The scripts that the warehouse lacks.</summary>
    internal Task<IReadOnlyList<SqlScript>> PendingAsync(CancellationToken cancellationToken) =>
        UseFileAsync(WarehouseAccess.Read, connection => _migrations.PendingAsync(connection, cancellationToken), cancellationToken);

    private async Task<T> UseFileAsync<T>(
        WarehouseAccess access, Func<DuckDBConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        CheckFile(access);
        try
        {
            var connection = await OpenAsync(access, cancellationToken);
            try
            {
                return await work(connection);
            }
            finally
            {
                await connection.DisposeAsync();
                _gate.Leave(access);
            }
        }
        catch (DuckDBException error)
        {
            throw DuckDbErrors.Translate(error, _path);
        }
        catch (EtlException error) when (error.InnerException is DuckDBException inner && DuckDbErrors.Known(inner, _path) is { } known)
        {
            throw new EtlException(known.Stage, known.Message, inner);
        }
    }

    private void CheckFile(WarehouseAccess access)
    {
        var file = new FileInfo(_path);
        if (access == WarehouseAccess.Read)
        {
            if (!file.Exists && !Directory.Exists(_path)) throw DuckDbErrors.NoWarehouse(_path);
            return;
        }

        // Asked of the file itself: an administrator's process could write it all the same, against its owner's wish.
        if (file is { Exists: true, IsReadOnly: true }) throw DuckDbErrors.ReadOnlyFile(_path);
        try
        {
            file.Directory!.Create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EtlException(Stage.Load,
                $"The folder of the warehouse {_path} cannot be made ({error.Message}). Name another file in Warehouse:ConnectionString.", error);
        }
    }

    private async Task<DuckDBConnection> OpenAsync(WarehouseAccess access, CancellationToken cancellationToken)
    {
        DuckDBException? held = null;
        return await PollAsync(Attempt, LockWait, cancellationToken) ?? throw DuckDbErrors.Held(_path, LockWait, held);

        DuckDBConnection? Attempt()
        {
            held = TryOpen(access, out var connection);
            return connection;
        }
    }

    // The operating system lets nobody wait for a file that another process has locked.
    private async Task<T?> PollAsync<T>(Func<T?> attempt, TimeSpan? patience, CancellationToken cancellationToken) where T : class
    {
        var started = _timeProvider.GetTimestamp();
        while (true)
        {
            if (attempt() is { } got) return got;
            if (_timeProvider.GetElapsedTime(started) >= patience) return null;
            await Task.Delay(PollInterval, _timeProvider, cancellationToken);
        }
    }

    // A process killed while the library makes a file leaves one that no later run could open: it gets its name when it is whole.
    private void CreateFile()
    {
        var aside = $"{_path}.{Guid.CreateVersion7(_timeProvider.GetUtcNow()):N}.new";
        try
        {
            using (var connection = new DuckDBConnection(DuckDbConnectionText.For(_connectionString, WarehouseAccess.Write, opensForWriting: true, aside)))
                connection.Open();
            File.Move(aside, _path);
        }
        catch (IOException) when (File.Exists(_path))
        {
            // Another process was quicker.
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private bool OpensForWriting(WarehouseAccess access) => access == WarehouseAccess.Write || ReadersWelcomeWriter;

    /// <summary>The connection, or none where the file is held: by another process, whose error is returned, or by this one.</summary>
    private DuckDBException? TryOpen(WarehouseAccess access, out DuckDBConnection? connection)
    {
        connection = null;
        if (!_gate.TryEnter(access, OpensForWriting(access))) return null;
        var candidate = new DuckDBConnection(DuckDbConnectionText.For(_connectionString, access, opensForWriting: OpensForWriting(access)));
        try
        {
            if (!Path.Exists(_path)) CreateFile();
            candidate.Open();
            connection = candidate;
            return null;
        }
        catch (Exception error)
        {
            candidate.Dispose();
            _gate.Leave(access);
            if (error is DuckDBException held && DuckDbErrors.IsHeldByAnotherProcess(held)) return held;
            throw;
        }
    }
}
