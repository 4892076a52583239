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

        var claim = (await warehouse.TryClaimAsync("held", Cancellation)).ShouldNotBeNull();

        (await claim.IsHeldAsync(Cancellation)).ShouldBeTrue();
        (await warehouse.TryClaimAsync("held", Cancellation)).ShouldBeNull();
        await claim.DisposeAsync();
        await using var next = (await warehouse.TryClaimAsync("held", Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Lost_with_its_connection_it_is_not_held_though_the_client_may_connect_anew(int connectRetryCount)
    {
        var options = databases.Empty("claims");
        var builder = new SqlConnectionStringBuilder(options.ConnectionString);
        var place = builder.DataSource.Split(':')[^1].Split(',');
        await using var relay = new TcpRelay(place[0], place is [_, var port] ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : 1433);
        builder.DataSource = $"127.0.0.1,{relay.Port}";
        builder.ConnectRetryCount = connectRetryCount;
        builder.Pooling = false;
        var warehouse = new SqlServerWarehouse(options with { ConnectionString = builder.ConnectionString }, TimeProvider.System);
        var name = $"lost-{connectRetryCount}";
        await using var claim = (await warehouse.TryClaimAsync(name, Cancellation)).ShouldNotBeNull();

        relay.Cut();

        (await claim.IsHeldAsync(Cancellation)).ShouldBeFalse();
    }
}
