using System.Net;
using System.Net.Sockets;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Etl.Simulator;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests;

/// <summary>A Graph that will not give what is asked, or is not there.</summary>
public sealed class GraphRefusalTests(SimulatedDays days)
{
    private const string OtherToken = "another-tenants-token";

    [Fact]
    public async Task A_token_that_is_not_accepted_fails_the_run() =>
        await ShouldRefuseAsync(new GraphServerOptions { Token = OtherToken }, "401", "The token was not accepted");

    [Theory]
    [InlineData("/devices", "Device.Read.All")]
    [InlineData("/deviceManagement/managedDevices", "DeviceManagementManagedDevices.Read.All")]
    public async Task A_permission_that_is_missing_is_named(string path, string permission) =>
        await ShouldRefuseAsync(new GraphServerOptions { ForbiddenPaths = new HashSet<string>([path], StringComparer.Ordinal) }, "403", permission);

    [Fact]
    public async Task A_graph_that_cannot_be_reached_fails_the_run()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var url = new Uri($"http://{listener.LocalEndpoint}/v1.0");
        listener.Stop();
        using var workplace = days.OnTuesday(url);

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, url.Authority, "could not be reached", "Check Graph:BaseUrl");

        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_as_it_would_take_the_token_along()
    {
        var isAsked = false;
        await using var elsewhere = await ScriptedGraph.StartAsync(context =>
        {
            isAsked = true;
            return context.Response.WriteAsync("{}");
        });
        await using var graph = await ScriptedGraph.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.BaseUrl + context.Request.Path);
            return Task.CompletedTask;
        });
        using var workplace = days.OnTuesday(graph.BaseUrl);

        (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, "302", elsewhere.BaseUrl.Authority, "not followed");

        isAsked.ShouldBeFalse();
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }

    [Fact]
    public async Task A_token_that_the_server_repeats_is_not_told()
    {
        await using var graph = await ScriptedGraph.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync(
                $$$"""{"error":{"code":"BadRequest","message":"Cannot parse {{{context.Request.Headers.Authorization}}}"}}""");
        });
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.Environment["ETL_Tenants__0__Graph__AccessToken"] = OtherToken;

        var run = (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, "Cannot parse");

        (run.Error + run.Output).ShouldNotContain(OtherToken);
        (await workplace.ReadAsync(ExportDataset.Runs)).ShouldNotContain(OtherToken);
        Directory.GetFileSystemEntries(workplace.Folder, "*", SearchOption.AllDirectories).ShouldAllBe(path => !path.Contains(OtherToken));
    }

    [Fact]
    public async Task A_property_that_a_cloud_lacks_is_left_out_and_told()
    {
        var options = new GraphServerOptions { LackingProperties = GraphServerOptions.NationalCloudLacks };
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday, options);
        using var workplace = days.OnTuesday(graph.BaseUrl);

        var run = (await workplace.RunAsync(days.Tuesday)).ShouldEndWith(EtlResult.Done);

        run.Error.ShouldContain("managementType");
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Devices)).Count.ShouldBe(Csv.Rows(days.OfBoth.Devices).Count);
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Quality))
            .ShouldContain(row => row["severity"] == "Warn" && row["found"].Contains("managementType", StringComparison.Ordinal));
    }

    private async Task ShouldRefuseAsync(GraphServerOptions options, params string[] parts)
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday, options);
        using var workplace = days.OnTuesday(graph.BaseUrl);

        var run = (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed, parts);

        (run.Error + run.Output).ShouldNotContain(GraphServerOptions.DefaultToken);
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }
}
