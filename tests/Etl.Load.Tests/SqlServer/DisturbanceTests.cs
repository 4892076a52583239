using Etl.Model.Devices;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.SqlServer.Testing;
using Etl.Warehouse;
using Etl.Warehouse.SqlServer;
using static Etl.Load.Tests.Sample;

namespace Etl.Load.Tests.SqlServer;

/// <summary>What goes wrong between a program and a server, and that the warehouse is that of an undisturbed run.</summary>
[Collection<SharedServer>]
public sealed class DisturbanceTests(SqlServerDatabases databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public async Task A_connection_cut_half_way_is_made_again_and_the_stage_begins_anew(bool whileStaging, int refusals)
    {
        using var line = new CuttableConnection { RefusalsToCome = 0 };
        var options = databases.Empty("a");
        var undisturbed = databases.Warehouse("b");
        var devices = Enumerable.Range(1, 3_000).Select(Device);
        var cuts = 1;
        var publication = Publication(FirstDay, devices);
        publication = whileStaging
            ? publication with { Devices = Once(devices, 1_500) }
            : publication with { Rejected = Once(publication.Rejected, 0) };

        await PublishAsync(new SqlServerWarehouse(line.Through(options), new ImpatientClock()), publication);
        await PublishAsync(undisturbed, Publication(FirstDay, devices));

        cuts.ShouldBe(0);
        (await WarehouseContents.ReadAsync(WarehouseFactory.Create(options, TimeProvider.System), Cancellation))
            .ShouldHaveTheRowsOf(await WarehouseContents.ReadAsync(undisturbed, Cancellation));

        IEnumerable<T> Once<T>(IEnumerable<T> rows, int after)
        {
            var count = 0;
            foreach (var row in rows)
            {
                if (count++ == after && cuts > 0)
                {
                    cuts--;
                    line.RefusalsToCome = refusals;
                    line.Cut();
                }

                yield return row;
            }
        }
    }

    [Fact]
    public async Task Two_runs_of_a_day_at_once_come_out_as_one()
    {
        var together = databases.Warehouse("a");
        var alone = databases.Warehouse("b");
        var devices = Enumerable.Range(1, 500).Select(Device);

        await Task.WhenAll(
            PublishAsync(together, Publication(FirstDay, devices)),
            PublishAsync(new SqlServerWarehouse(SqlServerDatabases.Options(databases.Database("a")), TimeProvider.System), Publication(FirstDay, devices, number: 2)));
        await PublishAsync(alone, Publication(FirstDay, devices));

        (await WarehouseContents.ReadAsync(together, Cancellation)).ShouldHaveTheRowsOf(await WarehouseContents.ReadAsync(alone, Cancellation));
    }

    [Fact]
    public async Task A_second_writer_waits_and_then_says_so()
    {
        var options = databases.Empty("a");
        var first = new SqlServerWarehouse(options, TimeProvider.System);
        var second = new SqlServerWarehouse(options with { LockWaitSeconds = 0 }, TimeProvider.System);

        var error = await first.UseAsync(WarehouseAccess.Write, _ => Should.ThrowAsync<EtlException>(
            () => PublishAsync(second, Publication(FirstDay, [Device(1)]))), Cancellation);

        error.Message.ShouldContain("being written by another run");
        error.Message.ShouldContain("Warehouse:LockWaitSeconds");
        (await PublishAsync(second, Publication(FirstDay, [Device(1)]))).State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task Readers_see_the_day_before_while_one_is_being_published()
    {
        var warehouse = databases.Warehouse("a");
        await PublishAsync(warehouse, Publication(FirstDay, [Device(1)]));
        long seen = 0;

        await PublishAsync(warehouse, Publication(FirstDay.AddDays(1), [Device(1), Device(2)]) with { Rejected = Look() });

        seen.ShouldBe(1);

        // By now every fact is written, and nothing is committed.
        IEnumerable<RejectedRow> Look()
        {
            var reading = warehouse.UseAsync(WarehouseAccess.Read, session => SnapshotDays.ReadAsync(session, tenant: null, Cancellation), Cancellation);
            seen = reading.GetAwaiter().GetResult().Count;
            yield break;
        }
    }

    private static Task<RunRecord> PublishAsync(IWarehouse warehouse, Publication publication) =>
        new DeviceLoader(warehouse, TimeProvider.System).PublishAsync(publication, progress: null, Cancellation);
}
