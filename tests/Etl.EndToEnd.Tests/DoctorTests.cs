using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Etl.EndToEnd.Tests.Running;
using Etl.Simulator;
using Etl.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests;

/// <summary><c>etl doctor</c> at a workplace where all is well, and at one for each thing that may not be.</summary>
public sealed class DoctorTests(SimulatedDays days)
{
    private const string DeviceRead = "Device.Read.All";
    private const string ManagedDeviceRead = "DeviceManagementManagedDevices.Read.All";

    [Fact]
    public async Task Where_all_is_well_every_line_says_so_and_nothing_is_changed()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(graph.BaseUrl));
        var before = Contents(workplace);

        var doctor = (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Done);

        doctor.Error.ShouldBeEmpty();
        var lines = doctor.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[..^1].ShouldAllBe(line => line.StartsWith("ok  ", StringComparison.Ordinal));
        lines[^1].ShouldBe($"{lines.Length - 1} checks: 0 fail, 0 to look at.");
        string[] seen =
        [
            "settings.json: contoso.", "contoso: Graph: http://127.0.0.1:", "contoso: sign-in: a token by AccessToken.",
            $"contoso: devices ({DeviceRead}): can be read.",
            $"contoso: deviceManagement/managedDevices ({ManagedDeviceRead}): can be read; Graph counts ",
            "contoso: AD columns: ad.csv, utf-8, separated by ',': ", "warehouse.duckdb can be read and written", "(made when needed) can be written",
            "contoso: schedule: a run in `etl serve` next at ", "dashboard access: everybody on this machine",
        ];
        foreach (var part in seen) doctor.Output.ShouldContain(part, Case.Sensitive);
        doctor.Output.ShouldNotContain(GraphServerOptions.DefaultToken);
        Contents(workplace).ShouldBe(before);
    }

    [Fact]
    public async Task Before_the_first_run_it_says_what_that_will_make_and_makes_none_of_it()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Monday);
        using var workplace = AtWork(days.Empty(graph.BaseUrl, days.Monday));
        var before = Contents(workplace);

        var doctor = (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Done);

        doctor.Output.ShouldContain("warehouse.duckdb yet; the first `etl run` makes it.");
        Contents(workplace).ShouldBe(before);
    }

    [Fact]
    public async Task A_wrong_configuration_is_told_fault_by_fault_with_nothing_tried()
    {
        using var workplace = Workplace.For(new Uri("http://graph.contoso.example/v1.0"));
        workplace.Settings["Rules"] = new JsonObject { ["StaleAfterDays"] = 7 };

        var lines = (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.WrongConfiguration).Output;
        var json = (await workplace.EtlAsync("doctor", "--json")).ShouldEndWith(EtlResult.WrongConfiguration).Output;

        lines.ShouldStartWith("fails    configuration: Tenants:0:Graph:BaseUrl: plain http");
        lines.ShouldContain("fails    configuration: Rules:StaleAfterDays");
        var findings = JsonDocument.Parse(json).RootElement.EnumerateArray().ToList();
        findings.Select(finding => finding.GetProperty("verdict").GetString()).ShouldBe(["Fails", "Fails"]);
        findings[1].GetProperty("text").GetString().ShouldStartWith("Rules:StaleAfterDays");
    }

    [Fact]
    public async Task What_graph_refuses_is_told_by_the_permission_that_it_takes()
    {
        await using var devices = await RefuseAsync("/devices");
        await using var managedDevices = await RefuseAsync("/deviceManagement/managedDevices");
        await using var overview = await RefuseAsync("/deviceManagement/managedDeviceOverview");
        await using var all = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(all.BaseUrl));
        workplace.AddTenant("no-devices", devices.BaseUrl);
        workplace.AddTenant("no-managed-devices", managedDevices.BaseUrl);
        workplace.AddTenant("no-count", overview.BaseUrl);
        workplace.AddTenant("other-token", all.BaseUrl, token: "another-tenants-token");
        workplace.AddTenant("nobody-there", new Uri("http://127.0.0.1:9/v1.0"));

        var doctor = await FailAsync(workplace);

        doctor.ShouldSay("no-devices", "fails", $"devices ({DeviceRead})", "403", $"application permission {DeviceRead} and grant admin consent");
        doctor.ShouldSay("no-devices", "ok", $"deviceManagement/managedDevices ({ManagedDeviceRead})");
        doctor.ShouldSay("no-managed-devices", "fails", $"deviceManagement/managedDevices ({ManagedDeviceRead})", "403", $"application permission {ManagedDeviceRead}");
        doctor.ShouldSay("no-count", "warning", $"deviceManagement/managedDevices ({ManagedDeviceRead})", "managedDeviceOverview could not be read");
        doctor.ShouldSay("other-token", "fails", $"devices ({DeviceRead})", "401", "The token was not accepted");
        doctor.ShouldSay("nobody-there", "fails", "Graph", "127.0.0.1:9 could not be reached", "Check Graph:BaseUrl");
        doctor.Output.ShouldNotContain("another-tenants-token");
    }

    [Fact]
    public async Task A_token_that_can_be_read_is_held_against_what_a_run_needs()
    {
        var lacking = Token(new { roles = new[] { DeviceRead }, exp = 4_102_444_800L });
        var writing = Token(new { roles = new[] { DeviceRead, "DeviceManagementManagedDevices.ReadWrite.All" }, exp = 4_102_444_800L });
        var delegated = Token(new { scp = $"{DeviceRead} {ManagedDeviceRead}", exp = 4_102_444_800L });
        var expired = Token(new { roles = new[] { DeviceRead, ManagedDeviceRead }, exp = 1_767_225_600L });
        await using var refusing = await RefuseAsync("/deviceManagement/managedDevices", lacking);
        await using var all = await ScriptedGraph.StartAsync(context => context.Response.WriteAsync(
            """{"value":[{"id":"a811a5be-cbb4-4f3c-9835-452e5cf30102","deviceId":"a811a5be-cbb4-4f3c-9835-452e5cf30103"}],"enrolledDeviceCount":1}""", context.RequestAborted));
        using var workplace = AtWork(days.OnTuesday(refusing.BaseUrl));
        workplace.Environment["ETL_Tenants__0__Graph__AccessToken"] = lacking;
        workplace.AddTenant("writing", all.BaseUrl, token: writing);
        workplace.AddTenant("delegated", all.BaseUrl, token: delegated);
        workplace.AddTenant("expired", all.BaseUrl, token: expired);

        var doctor = await FailAsync(workplace);

        doctor.ShouldSay(Workplace.Tenant, "fails", "permissions", $"grants {DeviceRead}, and lacks {ManagedDeviceRead}. Give");
        doctor.ShouldSay("writing", "warning", "permissions", "grants DeviceManagementManagedDevices.ReadWrite.All, which this program has no use for");
        doctor.ShouldSay("delegated", "ok", "permissions", $"grants {DeviceRead}, {ManagedDeviceRead}.");
        doctor.ShouldSay("expired", "fails", "sign-in", "expired at 2026-01-01T00:00:00Z");
        foreach (var token in new[] { lacking, writing, delegated, expired }) doctor.Output.ShouldNotContain(token.Split('.')[1]);
    }

    [Fact]
    public async Task An_ad_export_that_would_fail_or_hold_a_run_is_told_with_what_is_wrong_in_it()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(graph.BaseUrl));
        const string header = "ObjectGUID;Name\n";
        const string computer = "a811a5be-cbb4-4f3c-9835-452e5cf30102;LT-04412\n";
        Add("missing", null);
        Add("keyless", "Name\nLT-04412\n");
        Add("empty", header);
        Add("unusable", header + computer + "no-guid;LT-04413\n");
        Add("meagre", header + computer);
        Add("old", header + computer)["MaxAgeHours"] = 26;
        File.SetLastWriteTimeUtc(workplace.PathOf("old.csv"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var doctor = await FailAsync(workplace);

        doctor.ShouldSay("missing", "fails", "AD export", "No file matches ActiveDirectory:Path");
        doctor.ShouldSay("keyless", "fails", "AD export", "no column ObjectGUID", "Get-ADComputer");
        doctor.ShouldSay("empty", "fails", "AD export", "would hold a run by EmptySource");
        doctor.ShouldSay("unusable", "fails", "AD export", "RejectedShare", "50 % (1 of 2)", "unusable.csv line 3, Expected a GUID");
        doctor.ShouldSay("meagre", "warning", "AD columns", "separated by ';': ObjectGUID, Name. Nothing holds SID, ", "HasUserCertificate");
        doctor.ShouldSay("old", "fails", "AD export", "FileAge", "expected at most 26 h old", "See that the export still runs");
        doctor.ShouldSay(Workplace.Tenant, "ok", "AD export");
        doctor.Output.ShouldNotContain("LT-0441");

        JsonNode Add(string name, string? content)
        {
            if (content is not null) File.WriteAllText(workplace.PathOf(name + ".csv"), content);
            return workplace.AddTenant(name, graph.BaseUrl, name + ".csv")["ActiveDirectory"]!;
        }
    }

    [Fact]
    public async Task A_warehouse_that_a_run_could_not_use_is_told_with_the_reason()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(graph.BaseUrl));
        workplace.Settings["Warehouse"]!["LockWaitSeconds"] = 0;
        var warehouse = WarehouseFactory.Create(workplace.Store, TimeProvider.System);

        await UseAsync(async _ => (await FailAsync(workplace)).ShouldSay(null, "fails", "warehouse", "is in use by ", $"(process {Environment.ProcessId})"));
        File.SetAttributes(workplace.WarehouseFile, FileAttributes.ReadOnly);
        (await FailAsync(workplace)).ShouldSay(null, "fails", "warehouse", "is read-only for this user");
        File.SetAttributes(workplace.WarehouseFile, FileAttributes.Normal);
        await UseAsync(session => session.Connection.ExecuteAsync("DELETE FROM ops.schema_version WHERE script = 'views/runs.sql'"));
        (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Done)
            .ShouldSay(null, "warning", "warehouse", "the schema of an earlier version");
        await UseAsync(session => session.Connection.ExecuteAsync("UPDATE ops.schema_version SET script = 'up/9999_later.sql' WHERE script = 'views/quality.sql'"));
        (await FailAsync(workplace)).ShouldSay(null, "fails", "warehouse", "newer version of this program");
        File.WriteAllText(workplace.WarehouseFile, "This was a warehouse once, before somebody edited it.");
        (await FailAsync(workplace)).ShouldSay(null, "fails", "warehouse", "is not a DuckDB file");

        Task UseAsync(Func<WarehouseSession, Task> work) => warehouse.UseAsync(WarehouseAccess.Write, async session =>
        {
            await work(session);
            return true;
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_the_service_could_not_do_is_told()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(graph.BaseUrl));
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        workplace.Settings["Archive"]!["Path"] = "ad.csv/archive";
        workplace.Settings["Logs"] = new JsonObject { ["Directory"] = "/proc/etl" };
        workplace.Settings["Schedule"] = new JsonObject { ["Run"] = "0 0 6 30 2 ?", ["Retention"] = "off" };
        workplace.Settings["Dashboard"] = new JsonObject
        {
            ["Url"] = $"http://{other.LocalEndpoint}",
            ["OpenIdConnect"] = new JsonObject { ["Authority"] = graph.BaseUrl.AbsoluteUri, ["ClientId"] = "etl" },
        };

        var doctor = await FailAsync(workplace);

        doctor.ShouldSay(null, "fails", "archive folder", "ad.csv is a file and no folder. Set Archive:Path");
        doctor.ShouldSay(null, "fails", "log folder", "/proc cannot be written", "or set Logs:Directory");
        doctor.ShouldSay(Workplace.Tenant, "fails", "schedule", "a run never comes: '0 0 6 30 2 ?'");
        doctor.ShouldSay(null, "ok", "schedule", "switched off");
        doctor.ShouldSay(null, "warning", "dashboard", "another program listens at");
        doctor.ShouldSay(null, "fails", "dashboard sign-in", "/v1.0/.well-known/openid-configuration gives no description");
    }

    [Fact]
    public async Task One_tenant_of_several_can_be_looked_at_alone()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = AtWork(days.OnTuesday(graph.BaseUrl));
        workplace.AddTenant("nobody-there", new Uri("http://127.0.0.1:9/v1.0"));

        (await workplace.EtlAsync("doctor", "--tenant", Workplace.Tenant)).ShouldEndWith(EtlResult.Done).Output.ShouldNotContain("nobody-there: ");
        (await workplace.EtlAsync("doctor", "--tenant", "nobody")).ShouldEndWith(EtlResult.WrongConfiguration)
            .Output.ShouldStartWith("fails    configuration: There is no tenant 'nobody'");
    }

    private static async Task<EtlResult> FailAsync(Workplace workplace) => (await workplace.EtlAsync("doctor")).ShouldEndWith(EtlResult.Failed);

    private Task<GraphServer> RefuseAsync(string path, string token = GraphServerOptions.DefaultToken) => SimulatedDays.ServeAsync(
        days.Tuesday, new GraphServerOptions { Token = token, ForbiddenPaths = new HashSet<string>(StringComparer.Ordinal) { path } });

    // The usual port may be taken on the machine that tests.
    private static Workplace AtWork(Workplace workplace)
    {
        workplace.Settings["Dashboard"] = new JsonObject { ["Url"] = "http://127.0.0.1:0" };
        return workplace;
    }

    private static string Token(object claims) =>
        string.Join('.', new[] { JsonSerializer.SerializeToUtf8Bytes(new { alg = "none" }), JsonSerializer.SerializeToUtf8Bytes(claims), "signature"u8.ToArray() }
            .Select(part => Base64Url.EncodeToString(part)));

    private static List<string> Contents(Workplace workplace) => [.. new DirectoryInfo(workplace.Folder)
        .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .Where(entry => entry.Name != "settings.json")
        .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry as FileInfo)?.Length}")
        .Order(StringComparer.Ordinal)];
}
