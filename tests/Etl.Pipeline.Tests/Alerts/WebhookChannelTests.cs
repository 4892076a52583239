using Etl.Model.Values;
using Etl.Pipeline.Alerts;
using Etl.Pipeline.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Etl.Pipeline.Tests.Alerts;

public sealed class WebhookChannelTests
{
    private static readonly Alert Late = new("contoso", AlertCondition.Late, IsRaised: true, "Late.", DateTimeOffset.UnixEpoch);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_refuses_is_asked_ever_more_seldom_up_to_once_an_hour()
    {
        var minute = 0;
        var refuses = true;
        List<int> asked = [];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", () =>
        {
            asked.Add(minute);
            return refuses ? Results.InternalServerError() : Results.Ok();
        });
        await app.StartAsync(Cancellation);
        using var http = new HttpClient();
        var channel = Channel(http, new WebhookOptions { Url = new Secret(app.Urls.Single()) });

        for (; minute < 200; minute++, _clock.Advance(TimeSpan.FromMinutes(1))) (await channel.SendAsync(Late, Cancellation)).ShouldBeFalse();
        refuses = false;
        for (; minute < 245; minute++, _clock.Advance(TimeSpan.FromMinutes(1))) (await channel.SendAsync(Late, Cancellation)).ShouldBe(minute >= 243);

        asked.ShouldBe([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 244]);
    }

    [Fact]
    public void It_takes_what_it_is_configured_for()
    {
        using var http = new HttpClient();

        Channel(http, new WebhookOptions { On = [AlertCondition.Held] }).Takes(AlertCondition.Held).ShouldBeTrue();
        Channel(http, new WebhookOptions { On = [AlertCondition.Held] }).Takes(AlertCondition.Late).ShouldBeFalse();
        Channel(http, new WebhookOptions()).Takes(AlertCondition.Late).ShouldBeTrue();
    }

    private WebhookChannel Channel(HttpClient http, WebhookOptions options) =>
        new(0, options, http, _clock, NullLogger<WebhookChannel>.Instance);
}
