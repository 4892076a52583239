using System.Net;
using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>A dashboard that people sign in to by OpenID Connect, and that scripts read with a key.</summary>
public sealed class SignInTests(SimulatedDays days)
{
    private const string ApiKey = "a-key-for-scripts-only";

    [Fact]
    public async Task A_page_sends_people_to_the_provider_and_shows_itself_to_who_comes_back_signed_in()
    {
        await using var provider = await IdentityProvider.StartAsync();
        using var place = Protected(provider);
        using var serve = await ServeProcess.StartAsync(place);
        using var person = Browser(serve, followsRedirects: true);
        using var stranger = Browser(serve);

        using var sent = await GetAsync(stranger, "devices?joinType=HybridJoined");
        var page = await ReadAsync(person, "devices?joinType=HybridJoined");

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var asked = sent.Headers.Location!.ToString();
        asked.ShouldStartWith(provider.Authority + "/authorize?");
        asked.ShouldContain("redirect_uri=" + Uri.EscapeDataString(new Uri(serve.Http.BaseAddress!, "signin-oidc").ToString()));
        asked.ShouldContain("code_challenge_method=S256");
        page.ShouldContain("<html");
        page.ShouldContain("HybridJoined");
        (await ReadAsync(person, "")).ShouldContain("Coverage");
        using var strangerAgain = await GetAsync(stranger, "");
        strangerAgain.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var ended = (await serve.StopAsync()).ShouldEndWith(EtlResult.Done);
        ended.Error.ShouldNotContain(IdentityProvider.ClientSecret);
    }

    [Fact]
    public async Task Scripts_need_the_key_and_no_sign_in()
    {
        await using var provider = await IdentityProvider.StartAsync();
        using var place = Protected(provider);
        using var serve = await ServeProcess.StartAsync(place);
        using var script = Browser(serve);
        using var guesser = Browser(serve);
        script.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
        guesser.DefaultRequestHeaders.Add("Authorization", "Bearer a-key-that-was-guessed");

        (await ReadAsync(script, "")).ShouldContain("Coverage");
        (await ReadAsync(script, "metrics")).ShouldNotBeNull();
        using var refused = await GetAsync(guesser, "");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var probe = await GetAsync(serve.Http, "healthz/live");
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_vouched_for_by_another_key_than_the_providers_stays_outside()
    {
        await using var provider = await IdentityProvider.StartAsync();
        using var place = Protected(provider);
        using var serve = await ServeProcess.StartAsync(place);
        using var person = Browser(serve, followsRedirects: true);
        provider.IsForged = true;

        using var answer = await GetAsync(person, "");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("The sign-in failed.");
        provider.IsForged = false;
        (await ReadAsync(person, "")).ShouldContain("Coverage");
    }

    [Fact]
    public async Task Who_is_refused_gets_a_sentence_and_is_not_named_in_the_log()
    {
        await using var provider = await IdentityProvider.StartAsync();
        using var place = Protected(provider);
        using var serve = await ServeProcess.StartAsync(place);
        using var person = Browser(serve, followsRedirects: true);
        provider.IsRefusing = true;

        using var answer = await GetAsync(person, "");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var log = (await serve.StopAsync()).ShouldEndWith(EtlResult.Done).Error;
        log.ShouldContain("A sign-in failed: access_denied");
        log.ShouldNotContain(IdentityProvider.Person);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_tls_people_are_sent_back_to_where_they_came_from()
    {
        await using var provider = await IdentityProvider.StartAsync();
        using var place = Protected(provider);
        place.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        using var serve = await ServeProcess.StartAsync(place);
        using var person = Browser(serve);
        person.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var sent = await GetAsync(person, "");

        sent.Headers.Location!.ToString().ShouldContain("redirect_uri=" + Uri.EscapeDataString($"https://{serve.Http.BaseAddress!.Authority}/signin-oidc"));
        sent.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure; ", StringComparison.Ordinal));
    }

    private Workplace Protected(IdentityProvider provider)
    {
        var place = days.OnTuesday(new Uri("http://127.0.0.1:9/v1.0"));
        place.Settings["Schedule"] = new JsonObject { ["Run"] = "off" };
        place.Settings["Dashboard"] = new JsonObject
        {
            ["Url"] = "http://127.0.0.1:0",
            ["OpenIdConnect"] = new JsonObject { ["Authority"] = provider.Authority, ["ClientId"] = IdentityProvider.ClientId },
        };
        place.Environment["ETL_Dashboard__OpenIdConnect__ClientSecret"] = IdentityProvider.ClientSecret;
        place.Environment["ETL_Dashboard__ApiKey"] = ApiKey;
        return place;
    }

    // Keeps cookies of its own, as a browser does.
    private static HttpClient Browser(ServeProcess serve, bool followsRedirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = followsRedirects, CookieContainer = new CookieContainer() }) { BaseAddress = serve.Http.BaseAddress };

    private static Task<HttpResponseMessage> GetAsync(HttpClient http, string path) =>
        http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(HttpClient http, string path)
    {
        using var answer = await GetAsync(http, path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }
}
