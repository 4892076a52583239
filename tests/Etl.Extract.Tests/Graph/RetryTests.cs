using System.Net;
using System.Net.Sockets;
using System.Text;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Sources;
using Microsoft.AspNetCore.Http;

namespace Etl.Extract.Tests.Graph;

public sealed class RetryTests : GraphTest
{
    public static TheoryData<string> UnusableBodies { get; } =
    [
        "", "<html><body>Sign in to the proxy</body></html>", "[]", "null", "{\"value\":null}", "{\"value\":{}}", "{\"values\":[]}",
        "{\"error\":{\"code\":\"serviceNotAvailable\",\"message\":\"later\"}}", "{\"value\":[]} {", "{\"value\":[{\"id\":\"e1\"",
        "{\"value\":[],\"@odata.nextLink\":\"\"}", "{\"value\":[],\"@odata.nextLink\":7}",
    ];

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(509)]
    public async Task Asks_for_the_page_again_after(int status)
    {
        Server.On(GraphServer.Devices, Answer.Error(status), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(1);
        reading.Report.Requests.ShouldBe(2);
        reading.Report.Retries.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Waits_the_seconds_that_the_service_asks_for(int status)
    {
        Server.On(GraphServer.Devices, Answer.Error(status, retryAfter: "17"), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        Clock.Pauses.ShouldBe([TimeSpan.FromSeconds(17)]);
        reading.Report.Throttled.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Waits_until_the_date_that_the_service_names_by_the_service_s_own_clock()
    {
        Server.On(GraphServer.Devices,
            Answer.Error(429, retryAfter: "Sun, 01 Feb 2026 10:00:42 GMT", date: "Sun, 01 Feb 2026 10:00:00 GMT"), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        Clock.Pauses.ShouldBe([TimeSpan.FromSeconds(42)]);
        reading.Report.Throttled.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("Sun, 01 Feb 2099 10:00:00 GMT")]
    public async Task Never_waits_longer_than_five_minutes_at_once(string retryAfter)
    {
        Server.On(GraphServer.Devices, Answer.Error(429, retryAfter: retryAfter), Answer.Page(Device(1)));

        await ReadDevicesAsync();

        Clock.Pauses.ShouldBe([TimeSpan.FromMinutes(5)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("0")]
    [InlineData("Sun, 01 Feb 1998 10:00:00 GMT")]
    public async Task Backs_off_for_longer_and_longer_where_the_service_names_no_pause(string? retryAfter)
    {
        Server.On(GraphServer.Devices, [.. Enumerable.Repeat(Answer.Error(429, retryAfter: retryAfter), 7), Answer.Page(Device(1))]);

        var reading = await ReadDevicesAsync();

        Clock.Pauses.Count.ShouldBe(7);
        Clock.Pauses.ShouldAllBe(pause => pause > TimeSpan.Zero && pause <= TimeSpan.FromMinutes(5));
        Clock.Pauses[^1].ShouldBeGreaterThan(Clock.Pauses[0]);
        reading.Report.Throttled.TotalSeconds.ShouldBe(Clock.Pauses.Sum(pause => pause.TotalSeconds), tolerance: 0.01);
    }

    [Fact]
    public async Task Does_not_call_a_pause_throttling_that_the_service_did_not_ask_for()
    {
        Server.On(GraphServer.Devices, Answer.Error(500), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        Clock.Pauses.Count.ShouldBe(1);
        reading.Report.Throttled.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(UnusableBodies))]
    public async Task Asks_again_for_a_page_that_came_unusable(string body)
    {
        Server.On(GraphServer.Devices, Answer.Json(body), Answer.Page(Device(1), Device(2)));

        var reading = await ReadDevicesAsync();

        reading.Records.Select(device => device.Id.ToString()).ShouldBe(["e1", "e2"]);
        reading.Report.Retries.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_again_when_the_connection_breaks_before_an_answer()
    {
        Server.On(GraphServer.Devices, Answer.Reset, Answer.Reset, Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(1);
        reading.Report.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task Never_uses_half_a_page()
    {
        var whole = Answer.PageText(null, [.. Enumerable.Range(1, 50).Select(number => Device(number, ",\"isManaged\":\"yes\""))]);
        Server.On(GraphServer.Devices, Answer.Truncated(whole), Answer.Json(whole[..^40]), Answer.Json(whole));

        var reading = await ReadDevicesAsync();

        reading.Records.Select(device => device.Id.ToString()).ShouldBe(Enumerable.Range(1, 50).Select(number => $"e{number}"));
        reading.Report.Unreadable.ShouldBe([new("isManaged", 50)]);
        reading.Report.Bytes.ShouldBe(whole.Length);
        Directory.GetFiles(Folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_again_for_a_compressed_page_that_lacks_its_end()
    {
        var whole = Answer.PageText(null, [.. Enumerable.Range(1, 50).Select(number => Device(number))]);
        Server.On(GraphServer.Devices, Answer.Bytes(Answer.Compress(whole)[..^40], isGzip: true), Answer.Gzip(whole));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(50);
        reading.Report.Retries.ShouldBe(1);
        (await File.ReadAllBytesAsync(Directory.GetFiles(Folder).Single(), Stop)).ShouldBe(Answer.Compress(whole));
    }

    [Fact]
    public async Task Archives_a_whole_gzip_stream_where_only_the_trailer_of_a_page_is_missing()
    {
        var page = Answer.PageText(null, Device(1));
        Server.On(GraphServer.Devices, Answer.Bytes(Answer.Compress(page)[..^4], isGzip: true));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(1);
        var archived = await File.ReadAllBytesAsync(Directory.GetFiles(Folder).Single(), Stop);
        BitConverter.ToUInt32(archived.AsSpan()[^4..]).ShouldBe((uint)page.Length);
    }

    [Fact]
    public async Task Asks_again_for_a_compressed_page_that_was_damaged_on_its_way()
    {
        var whole = Answer.Compress(Answer.PageText(null, [.. Enumerable.Range(1, 50).Select(number => Device(number))]));
        var damaged = (byte[])whole.Clone();
        damaged[^6] ^= 0xFF;
        Server.On(GraphServer.Devices, Answer.Bytes(damaged, isGzip: true), Answer.Bytes(whole, isGzip: true));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(50);
        reading.Report.Retries.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_again_when_no_answer_comes_in_time()
    {
        Server.On(GraphServer.Devices, HangUntilTimeout, Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        reading.Records.Count.ShouldBe(1);
        reading.Report.Retries.ShouldBe(1);
    }

    [Fact]
    public async Task Names_source_page_attempts_and_last_fault_of_a_page_that_stays_bad()
    {
        Options = Options with { MaxAttempts = 4 };
        Server.On(GraphServer.Devices,
            Answer.PageBefore(Server.BaseUrl + "/devices?$skiptoken=a", Device(1)), Answer.Error(503, "busy", "Try later."));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldBe(
            $"Entra: page 2 of {Server.BaseUrl}/devices could not be read in 4 attempts: the answer was 503 (busy: Try later). " +
            "Nothing was published. Run again later; if the same page stays bad, set a smaller Graph:PageSize.");
        error.Stage.ShouldBe(Stage.Extract);
        error.SourceKind.ShouldBe(SourceKind.Entra);
        error.IsTransient.ShouldBeTrue();
        Server.Requests.Count.ShouldBe(5);
        Directory.GetFiles(Folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_once_only_where_one_attempt_is_configured()
    {
        Options = Options with { MaxAttempts = 1 };
        Server.On(GraphServer.Devices, Answer.Error(503));

        await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_soon_that_a_host_does_not_answer_at_all()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        Options = Options with { BaseUrl = $"http://127.0.0.1:{address.Port}/v1.0" };

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain($"127.0.0.1:{address.Port} could not be reached (ConnectionRefused)");
        error.Message.ShouldContain("in 3 attempts");
        error.Message.ShouldContain("Graph:BaseUrl");
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Stops_when_it_is_told_to()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.On(GraphServer.Devices, async context =>
        {
            await stop.CancelAsync();
            await Hang(context);
        });
        using var connection = new GraphConnection(Options, Clock);
        var source = new EntraDeviceSource(connection, RunArchive.In(Folder));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in source.ReadAsync(stop.Token)) { }
        });

        source.Report.Retries.ShouldBe(0);
    }

    private async Task HangUntilTimeout(HttpContext context)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"value\":["), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        Clock.Advance(GraphConnection.RequestTimeout);
        await Hang(context);
    }

    private static async Task Hang(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
