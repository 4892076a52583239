using System.Data;
using Azure.Identity;
using Etl.Model.Errors;
using Etl.Warehouse.Migrations;
using Microsoft.Data.SqlClient;
using Polly;
using Polly.Retry;

namespace Etl.Warehouse.SqlServer;

/// <summary>
/// A warehouse on a SQL Server or Azure SQL database. Many read while one writes; a second writer waits. Work that meets an error
/// which passes by itself is begun again, on a new connection. The schema is not this program's to change while it runs:
/// <see cref="MigrateAsync"/> does that.
/// </summary>
public sealed class SqlServerWarehouse : IWarehouse
{
    private const string Client = "Microsoft.Data.SqlClient";

    // Not every server lets somebody who waits for a lock change his mind before the wait is over.
    private static readonly TimeSpan LongestClaimWait = TimeSpan.FromSeconds(5);

    private readonly WarehouseOptions _options;
    private readonly string _connectionString;
    private readonly bool _waitsForServer;
    private readonly string _place;
    private readonly SqlScripts _scripts;
    private readonly TimeProvider _timeProvider;
    private readonly MigrationRunner _migrations;
    private readonly ResiliencePipeline _retry;
    private volatile bool _hasAnswered;

    public SqlServerWarehouse(WarehouseOptions options, TimeProvider timeProvider, SqlScripts? scripts = null)
        : this(options, timeProvider, scripts, waitsForServer: true) =>
        ForOnlookers = new SqlServerWarehouse(options, timeProvider, scripts, waitsForServer: false);

    private SqlServerWarehouse(WarehouseOptions options, TimeProvider timeProvider, SqlScripts? scripts, bool waitsForServer)
    {
        DapperSetup.Ensure();
        EntraTokens.Ensure();
        _options = options;
        _timeProvider = timeProvider;
        _waitsForServer = waitsForServer;
        _connectionString = waitsForServer ? SqlServerConnectionText.For(options) : SqlServerConnectionText.ForOnlookers(options);
        _place = SqlServerConnectionText.Place(options.ConnectionString);
        _scripts = scripts ?? SqlScripts.Embedded("sqlserver");
        _migrations = new MigrationRunner(_scripts, new SqlServerDialect(), timeProvider);
        _retry = new ResiliencePipelineBuilder { TimeProvider = timeProvider }.AddRetry(Retries(waitsForServer)).Build();
        ForOnlookers = this;
    }

    public IWarehouse ForOnlookers { get; }

    public bool RepeatsWork => true;

    private TimeSpan LockWait => TimeSpan.FromSeconds(_options.LockWaitSeconds ?? 600);

    public Task<T> UseAsync<T>(WarehouseAccess access, Func<WarehouseSession, Task<T>> work, CancellationToken cancellationToken) =>
        ConnectAsync(access, async connection =>
        {
            if (await _migrations.PendingAsync(connection, cancellationToken) is [var first, ..] pending)
                throw pending.Count == _migrations.Count ? SqlServerErrors.NoWarehouse(_place) : SqlServerErrors.OlderSchema(_place, first.Name);
            return await work(new SqlServerSession(connection, _scripts, _options));
        }, cancellationToken);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => ConnectAsync(WarehouseAccess.Read, async connection =>
        (await _migrations.PendingAsync(connection, cancellationToken)).Count < _migrations.Count, cancellationToken);

    public Task<MigrationResult> MigrateAsync(CancellationToken cancellationToken) =>
        ConnectAsync(WarehouseAccess.Write, async connection =>
        {
            List<string> printed = [];
            connection.InfoMessage += (_, told) => printed.Add(told.Message);
            var result = await _migrations.RunAsync(connection, cancellationToken);
            return result with { Notes = [.. printed, .. result.Notes] };
        }, cancellationToken);

    public string MigrationScript() => _migrations.Script();

    public async Task<IClaim?> TryClaimAsync(string name, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        while (true)
        {
            var left = patience - _timeProvider.GetElapsedTime(started) ?? LongestClaimWait;
            var wait = left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestClaimWait ? left : LongestClaimWait;
            if (await _retry.ExecuteAsync(async token => await ClaimOnceAsync("etl.claim." + name, wait, token), cancellationToken) is { } claim) return claim;
            if (_timeProvider.GetElapsedTime(started) >= patience) return null;
        }
    }

    // A connection of its own, outside the pool: the claim is the session's, and outlasts the work that others do. The server does the
    // waiting and hands the lock on at once. A session that was refused is not asked again: Babelfish's ends all others with its fifth
    // refusal.
    private async Task<IClaim?> ClaimOnceAsync(string resource, TimeSpan wait, CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(new SqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        SqlServerLock? held = null;
        try
        {
            held = await OpenedAsync(
                connection, () => SqlServerLock.TryTakeAsync(connection, resource, wait, cancellationToken), cancellationToken);
            return held is null ? null : new SqlServerClaim(connection, held);
        }
        finally
        {
            if (held is null) await connection.DisposeAsync();
        }
    }

    // Onlookers try once more, as a connection of the pool may be one that a restart of the server has cut.
    private static RetryStrategyOptions Retries(bool waitsForServer) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<EtlException>(error => error is { IsTransient: true, InnerException: not null }),
        MaxRetryAttempts = waitsForServer ? 5 : 1,
        Delay = waitsForServer ? TimeSpan.FromSeconds(2) : TimeSpan.FromMilliseconds(100),
        MaxDelay = TimeSpan.FromSeconds(30),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    };

    /// <summary>Lets somebody look at the server, whatever its schema is.</summary>
    internal Task<T> LookAsync<T>(Func<SqlConnection, MigrationRunner, Task<T>> look, CancellationToken cancellationToken) =>
        ConnectAsync(WarehouseAccess.Read, connection => look(connection, _migrations), cancellationToken);

    private async Task<T> ConnectAsync<T>(WarehouseAccess access, Func<SqlConnection, Task<T>> work, CancellationToken cancellationToken) =>
        await _retry.ExecuteAsync(async token => await ConnectOnceAsync(access, work, token), cancellationToken);

    private async Task<T> ConnectOnceAsync<T>(WarehouseAccess access, Func<SqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(_connectionString);
        return await OpenedAsync(connection, Work, cancellationToken);

        async Task<T> Work()
        {
            await using var theLock = access == WarehouseAccess.Write
                ? await SqlServerLock.TryTakeAsync(connection, SqlServerLock.Warehouse, LockWait, cancellationToken) ?? throw SqlServerErrors.Held(_place, LockWait)
                : null;
            return await work(connection);
        }
    }

    /// <summary>Does something with the connection once it is open; what the server says of either comes out as a sentence.</summary>
    private async Task<T> OpenedAsync<T>(SqlConnection connection, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var isOpen = false;
        try
        {
            await OpenAsync(connection, cancellationToken);
            isOpen = true;
            return await work();
        }
        catch (SqlException) when (cancellationToken.IsCancellationRequested)
        {
            // The client reports a cancelled statement as an error of the server.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqlException error)
        {
            throw SqlServerErrors.Translate(error, _place, _hasAnswered && (isOpen || _waitsForServer));
        }
        catch (AuthenticationFailedException error)
        {
            throw SqlServerErrors.NoToken(_place, error);
        }
        catch (EtlException error) when (!error.IsTransient && error.InnerException is SqlException inner && SqlServerErrors.Sentence(inner, _place) is not null)
        {
            throw SqlServerErrors.Translate(inner, _place, _hasAnswered);
        }
        catch (Exception error) when (error is InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException
            && _hasAnswered && (connection.State != ConnectionState.Open || error.Source == Client))
        {
            // A connection that broke while nothing was under way says that it is open until it is used, and the client trips over the
            // rest of an answer that a dying server cut short.
            throw SqlServerErrors.ConnectionLost(_place, error);
        }
    }

    private async Task OpenAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        const int timeout = -2;
        try
        {
            await connection.OpenAsync(cancellationToken);
            _hasAnswered = true;
        }
        catch (SqlException error) when (error.Number == timeout && !cancellationToken.IsCancellationRequested)
        {
            throw SqlServerErrors.NoAnswer(_place, _hasAnswered && _waitsForServer, error);
        }
        catch (SqlException error) when (_hasAnswered && _waitsForServer && !cancellationToken.IsCancellationRequested && SqlServerErrors.Sentence(error, _place) is null)
        {
            throw SqlServerErrors.NotNow(_place, error);
        }
    }
}
