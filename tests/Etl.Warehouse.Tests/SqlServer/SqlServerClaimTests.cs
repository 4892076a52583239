using Etl.SqlServer.Testing;
using Etl.Warehouse.SqlServer;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.Tests.SqlServer;

/// <summary>A claim is a lock of a session, and lives as long as its connection.</summary>
public sealed class SqlServerClaimTests(SqlServerDatabases databases) : IClassFixture<SqlServerDatabases>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_held_until_it_is_let_go_and_nobody_else_gets_it_until_then()
    {
        var warehouse = new SqlServerWarehouse(databases.Empty("claims"), TimeProvider.System);

        var claim = (await warehouse.TryClaimAsync("held", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();

        (await claim.IsHeldAsync(Cancellation)).ShouldBeTrue();
        (await warehouse.TryClaimAsync("held", TimeSpan.Zero, Cancellation)).ShouldBeNull();
        await claim.DisposeAsync();
        await using var next = (await warehouse.TryClaimAsync("held", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_waits_for_it_gets_it_when_it_is_let_go_and_can_stop_waiting()
    {
        var warehouse = new SqlServerWarehouse(databases.Empty("claims"), TimeProvider.System);
        var claim = (await warehouse.TryClaimAsync("handed_on", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
        (await warehouse.TryClaimAsync("handed_on", TimeSpan.FromMilliseconds(50), Cancellation)).ShouldBeNull();
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = warehouse.TryClaimAsync("handed_on", patience: null, impatience.Token);
        var second = warehouse.TryClaimAsync("handed_on", TimeSpan.FromMinutes(5), Cancellation);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        second.IsCompleted.ShouldBeFalse();
        await claim.DisposeAsync();

        await using var next = (await second).ShouldNotBeNull();
        (await next.IsHeldAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_of_its_database_alone()
    {
        await using var claim = (await new SqlServerWarehouse(databases.Empty("claims"), TimeProvider.System)
            .TryClaimAsync("same", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();

        await using var other = (await new SqlServerWarehouse(databases.Empty("others"), TimeProvider.System)
            .TryClaimAsync("same", TimeSpan.Zero, Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Lost_with_its_connection_it_is_not_held_though_the_client_may_connect_anew(int connectRetryCount)
    {
        using var line = new CuttableConnection();
        var options = line.Through(databases.Empty("claims"));
        var text = new SqlConnectionStringBuilder(options.ConnectionString) { ConnectRetryCount = connectRetryCount, Pooling = false }.ConnectionString;
        var warehouse = new SqlServerWarehouse(options with { ConnectionString = text }, TimeProvider.System);
        var name = $"lost-{connectRetryCount}";
        await using var claim = (await warehouse.TryClaimAsync(name, TimeSpan.Zero, Cancellation)).ShouldNotBeNull();

        line.Cut();

        (await claim.IsHeldAsync(Cancellation)).ShouldBeFalse();
    }
}
