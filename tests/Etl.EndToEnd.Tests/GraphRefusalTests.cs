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
    public async Task What_graph_refuses_is_told_in_a_sentence_with_the_permission_that_is_missing()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        await using var noDevices = await ServeWithoutAsync("/devices");
        await using var noManagedDevices = await ServeWithoutAsync("/deviceManagement/managedDevices");
        using var workplace = days.OnTuesday(graph.BaseUrl);
        workplace.Environment["ETL_Tenants__0__Graph__AccessToken"] = OtherToken;
        workplace.AddTenant("no-devices", noDevices.BaseUrl);
        workplace.AddTenant("no-managed-devices", noManagedDevices.BaseUrl);
        workplace.AddTenant("nobody-there", UnusedAddress());

        var run = (await workplace.RunAsync(days.Tuesday)).ShouldRefuse(EtlResult.Failed);

        run.ErrorOf(Workplace.Tenant).ShouldContain("The token was not accepted");
        run.ErrorOf("no-devices").ShouldContain("Device.Read.All");
        run.ErrorOf("no-managed-devices").ShouldContain("DeviceManagementManagedDevices.Read.All");
        run.ErrorOf("nobody-there").ShouldContain("could not be reached");
        run.Output.ShouldBeEmpty();
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
        foreach (var path in Directory.GetFiles(workplace.Folder, "*", SearchOption.AllDirectories))
        {
            path.ShouldNotContain(OtherToken);
            File.ReadAllBytes(path).AsSpan().IndexOf("another-tenants-token"u8).ShouldBe(-1, path);
        }
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

    private Task<GraphServer> ServeWithoutAsync(string path) => SimulatedDays.ServeAsync(
        days.Tuesday, new GraphServerOptions { ForbiddenPaths = new HashSet<string>([path], StringComparer.Ordinal) });

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/v1.0");
    }
}
