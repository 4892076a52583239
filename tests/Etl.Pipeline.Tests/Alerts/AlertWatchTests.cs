using Etl.Extract.Graph;
using Etl.Model.Runs;
using Etl.Pipeline.Alerts;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Scheduling;
using Etl.Pipeline.Standing;
using Etl.Warehouse;
using Etl.Warehouse.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Alerts;

public sealed class AlertWatchTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("etl-alerts-").FullName;
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Receiver _receiver = new("first");
    private readonly Receiver _other = new("second");
    private readonly IWarehouse _warehouse;
    private readonly EtlOptions _options;

    public AlertWatchTests()
    {
        _options = new EtlOptions
        {
            Tenants = [new TenantOptions { Name = "contoso", Graph = new GraphOptions() }],
            Tables = new RuleTables([], [], []),
            Warehouse = new WarehouseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "warehouse.duckdb")}" },
            Alerts = new AlertOptions { StatePath = Path.Combine(_folder, "alerts.json") },
        };
        _warehouse = WarehouseFactory.Create(_options.Warehouse, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_change_is_told_once_and_not_again_by_a_service_that_starts_anew()
    {
        await EndAsync(RunState.Failed);
        await LookAsync(times: 3);
        await EndAsync(RunState.Failed);
        await LookAsync(times: 3);
        await EndAsync(RunState.Held);
        await LookAsync(times: 3);

        _receiver.Told.ShouldBe(["Failed raised", "Failed cleared", "Held raised"]);
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_told_the_next_time()
    {
        await EndAsync(RunState.Failed);
        _receiver.IsReachable = false;
        await LookAsync();
        _receiver.IsReachable = true;
        await LookAsync(times: 2);

        _receiver.Told.ShouldBe(["Failed raised"]);
    }

    [Fact]
    public async Task One_that_cannot_be_reached_has_no_other_told_again()
    {
        await EndAsync(RunState.Failed);
        _other.IsReachable = false;
        await LookAsync(times: 3);
        _other.IsReachable = true;
        await LookAsync(times: 3);

        _receiver.Told.ShouldBe(["Failed raised"]);
        _other.Told.ShouldBe(["Failed raised"]);
    }

    [Fact]
    public async Task What_a_replay_is_about_to_put_back_has_not_failed()
    {
        await EndAsync(RunState.Held);
        await EndAsync(RunState.Failed, RunRecord.TakenBack + " --from 2026-11-24.");

        await LookAsync();

        _receiver.Told.ShouldBe(["Held raised"]);
    }

    [Fact]
    public async Task A_warehouse_that_can_no_longer_be_read_makes_a_tenant_late_in_time()
    {
        await EndAsync(RunState.Published);
        var watch = NewWatch();
        await watch.LookAsync(Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder, "warehouse.duckdb"), new string('?', 8192), Cancellation);

        _clock.Advance(TimeSpan.FromHours(26));
        await watch.LookAsync(Cancellation);
        _receiver.Told.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await watch.LookAsync(Cancellation);

        _receiver.Told.ShouldBe(["Late raised"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[\"Failed contoso\"]")]
    [InlineData("{}")]
    public async Task What_has_been_told_is_told_again_where_it_cannot_be_read(string state)
    {
        await EndAsync(RunState.Failed);
        await File.WriteAllTextAsync(_options.Alerts.StatePath, state, Cancellation);

        await LookAsync(times: 2);

        _receiver.Told.ShouldBe(["Failed raised"]);
    }

    [Fact]
    public async Task What_cannot_be_remembered_is_still_told_once()
    {
        await EndAsync(RunState.Failed);
        Directory.CreateDirectory(_options.Alerts.StatePath + ".part");
        var watch = NewWatch();

        await Should.ThrowAsync<UnauthorizedAccessException>(() => watch.LookAsync(Cancellation));
        await watch.LookAsync(Cancellation);

        _receiver.Told.ShouldBe(["Failed raised"]);
    }

    [Fact]
    public async Task A_tenant_that_publishes_nothing_for_too_long_is_late()
    {
        await EndAsync(RunState.Held);
        var watch = NewWatch();
        _clock.Advance(TimeSpan.FromHours(26));
        await watch.LookAsync(Cancellation);
        _receiver.Told.ShouldBe(["Held raised"]);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await watch.LookAsync(Cancellation);

        _receiver.Told.ShouldBe(["Held raised", "Late raised"]);
    }

    [Fact]
    public void A_message_fits_into_the_json_of_the_operator()
    {
        var alert = new Alert("con\"toso", AlertCondition.Late, IsRaised: true, "Line\nand \"quote\"", Start);

        AlertBody.Fill("""{"t":"{tenant}","m":"{message}","c":"{condition} {state} {time}"}""", alert)
            .ShouldBe("""{"t":"con\u0022toso","m":"Line\nand \u0022quote\u0022","c":"Late raised 2026-11-24T06:00:00Z"}""");
    }

    private async Task LookAsync(int times = 1)
    {
        for (var i = 0; i < times; i++) await NewWatch().LookAsync(Cancellation);
    }

    private AlertWatch NewWatch()
    {
        var runs = new ScheduledRuns(_options, _warehouse, _clock, () => throw new InvalidOperationException(),
            new StopSignal(TimeSpan.Zero, _clock), NullLogger<ScheduledRuns>.Instance);
        return new AlertWatch(_options, new StandingBoard(_options, _warehouse, _clock), runs, [_receiver, _other], _clock);
    }

    private async Task EndAsync(RunState state, string error = "Why.")
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        var run = new RunRecord
        {
            RunId = Guid.CreateVersion7(_clock.GetUtcNow()),
            Tenant = "contoso",
            AsOf = _clock.GetUtcNow(),
            SnapshotDate = new DateOnly(2026, 11, 24),
            State = RunState.Running,
            Started = _clock.GetUtcNow(),
        };
        var journal = new RunJournal(_warehouse);
        await journal.StartAsync(run, Cancellation);
        await journal.FinishAsync(run with { State = state, Ended = _clock.GetUtcNow(), Error = error }, [], Cancellation);
    }

    private sealed class Receiver(string name) : IAlertChannel
    {
        public string Name => name;

        public List<string> Told { get; } = [];

        public bool IsReachable { get; set; } = true;

        public bool Takes(AlertCondition condition) => true;

        public Task<bool> SendAsync(Alert alert, CancellationToken cancellationToken)
        {
            if (IsReachable) Told.Add($"{alert.Condition} {(alert.IsRaised ? "raised" : "cleared")}");
            return Task.FromResult(IsReachable);
        }
    }
}
