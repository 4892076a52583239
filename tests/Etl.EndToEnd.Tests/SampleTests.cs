using System.Globalization;
using System.Text.Json.Nodes;
using Etl.EndToEnd.Tests.Running;
using Etl.Export;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests;

/// <summary>
/// The sample objects of Graph and the sample lines of AD as one tenant, through the whole program. What is expected was worked out
/// by hand from the rules, with T = 2026-11-22T12:00:00Z.
/// </summary>
public sealed class SampleTests
{
    // A device: what it is and how enrolled; scope, reason, flags and matches; its instants. The columns are those below.
    private static readonly string[] Expected =
    [
        "0d3ff1c8-6e5b-4f0e-9a52-6f1d2b3c4d5e|PC-00007|DomainJoined|NotEnrolled|NotEnrolled|Windows|Unknown|unknown|"
            + "none|Disabled|Disabled|false|false|false|false|true|ObjectGuid|None|0||"
            + "2019-01-15T08:30:00.000Z|||",
        "0d6f3a1e-2b44-4c0b-8f5e-5a1b7c9d0101|DESKTOP-7QK2M1A|EntraJoined|Enrolled|EntraJoin|Windows|Company|compliant|"
            + "mdm|InScope|None|true|true|true|true|false|None|DeviceId|1|true|"
            + "2026-11-21T22:14:09.000Z|2026-03-02T08:41:10.000Z|2026-03-02T08:43:02.000Z|2026-11-21T22:14:09.000Z",
        "159be45a-02d9-4a4e-92ff-94f9dc020104|LT-04412|EntraRegistered|NotEnrolled|NotEnrolled|Windows|Unknown|unknown|"
            + "none|Superseded|Superseded|false|false|true|false|false|None|None|0||"
            + "2025-01-17T18:54:41.000Z|2024-04-06T22:00:54.000Z||",
        "466093f4-0fcc-4a29-aacc-c8802d690111|kai_AndroidForWork_8/1/2025_7:41 PM|NotJoined|Enrolled|UserEnrollment|Android|"
            + "Personal|noncompliant|"
            + "mdm|Personal|EntraObjectMissing|false|false|false|true|false|None|DeviceId|1|true|"
            + "2026-11-13T10:43:45.000Z||2025-08-01T19:41:33.000Z|2026-11-13T10:43:45.000Z",
        "5fd0a0b2-6cf4-4d5e-8a35-1f6f7a2b0105|PF4ABCDE|AutopilotPending|NotEnrolled|NotEnrolled|Windows|Unknown|unknown|"
            + "none|AutopilotPending|AutopilotPending|false|true|true|false|false|None|None|0||"
            + "|||",
        "9e3490a3-47e9-46dc-b1b6-06a786dd0110|iPad (3)|NotJoined|Enrolled|AppleAutomatedWithUser|iPadOS|Company|compliant|"
            + "mdm|InScope|EntraObjectMissing|true|false|false|true|false|None|DeviceId|1|true|"
            + "2026-11-20T02:34:09.000Z||2026-02-10T01:37:29.000Z|2026-11-20T02:34:09.000Z",
        "a811a5be-cbb4-4f3c-9835-452e5cf30102|LT-04412|HybridJoined|Enrolled|CoManagement|Windows|Company|inGracePeriod|"
            + "configurationManagerClientMdm|InScope|None|true|false|true|true|true|ObjectGuid|DeviceId|1|true|"
            + "2026-11-22T05:48:31.000Z|2024-08-03T17:12:59.000Z|2024-08-03T18:02:55.000Z|2026-11-22T05:48:31.000Z",
        "c4b1e1f0-0606-4a60-8f0a-9d8c7b6a0106|SRV-FILE01|Unknown|SecurityManagementOnly|SecurityManagementOnly|WindowsServer|"
            + "Unknown|unknown|"
            + "none|Server|Server|false|false|true|false|false|None|None|0||"
            + "|||",
        "e592ec56-5d25-4ee1-a35f-4a6f695e0112|RoomPanel-112|NotJoined|Enrolled|Unknown|Android|Company|compliant|"
            + "googleCloudDevicePolicyController|InScope|EntraObjectMissing|true|false|false|true|false|None|DeviceId|1|true|"
            + "2026-11-22T08:28:12.000Z||2026-07-02T12:01:04.000Z|2026-11-22T08:28:12.000Z",
        "e8a0c303-3333-4c4c-8d8d-c0c0c0c00109|DESKTOP-HOME9|NotJoined|Enrolled|UserEnrollment|Windows|Personal|noncompliant|"
            + "mdm|Personal|EnrolledWithoutEntra|false|false|false|true|false|None|Standalone|1|true|"
            + "2026-02-01T10:11:12.000Z||2025-05-19T12:00:41.000Z|2026-02-01T10:11:12.000Z",
        "e92325d0-11aa-4c2b-8d3e-94ae875d0103|PC-ACC-0219|HybridPending|NotEnrolled|NotEnrolled|Windows|Unknown|unknown|"
            + "none|InScope|HybridPending|false|false|true|false|false|None|None|0||"
            + "|||",
    ];

    private static readonly string[] Columns =
    [
        "device_id", "device_name", "join_type", "enrollment_state", "enrollment_method", "platform", "ownership", "compliance_state",
        "management_agent", "scope", "gap_reason", "is_covered", "is_autopilot", "in_entra", "in_intune", "in_ad", "ad_match",
        "intune_match", "intune_record_count", "join_type_as_expected", "last_activity_utc", "registered_utc", "enrolled_utc",
        "last_sync_utc",
    ];

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public async Task The_samples_are_classified_as_the_rules_say_in_any_page_size_and_order(int pageSize, bool isReversed)
    {
        await using var graph = await ServeAsync(pageSize, isReversed);
        using var workplace = Workplace.For(graph.BaseUrl);
        workplace.TenantSettings["ActiveDirectory"] = new JsonObject
        {
            ["Path"] = Path.Combine(Samples, "ad", "*.csv"),
            ["Culture"] = "de-DE",
            ["TimeZone"] = "Europe/Berlin",
        };

        (await workplace.EtlAsync("run", "--as-of", "2026-11-22T12:00:00Z")).ShouldEndWith(EtlResult.Done);

        var devices = Csv.Rows(await workplace.ReadAsync(ExportDataset.Devices));
        devices.Select(device => string.Join('|', Columns.Select(column => device[column]))).ShouldBe(Expected);
        string[] counts = ["source", "rows_read", "rows_used", "rows_superseded", "rows_duplicate", "rows_rejected"];
        Csv.Rows(await workplace.ReadAsync(ExportDataset.Runs)).Select(run => string.Join(' ', counts.Select(count => run[count])))
            .ShouldBe(["ActiveDirectory 3 2 0 1 0", "Entra 6 6 0 0 0", "Intune 6 6 0 0 0"]);
    }

    /// <summary>Graph as far as its samples go: a page size of its own, every property whether asked for or not.</summary>
    private static Task<ScriptedGraph> ServeAsync(int pageSize, bool isReversed)
    {
        var objects = Directory.GetFiles(Path.Combine(Samples, "graph"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => JsonNode.Parse(File.ReadAllText(path))!.AsObject())
            .SelectMany(sample => sample["value"] is JsonArray page ? page.Select(item => item!.AsObject()) : [sample])
            .ToList();
        if (isReversed) objects.Reverse();
        var lists = objects.ToLookup(sample =>
            sample.ContainsKey("managementAgent") ? "/v1.0/deviceManagement/managedDevices" : "/v1.0/devices");
        return ScriptedGraph.StartAsync(context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/managedDeviceOverview", StringComparison.Ordinal))
                return context.Response.WriteAsync("""{"enrolledDeviceCount":6}""");
            var start = int.Parse(context.Request.Query["$skiptoken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
            var items = lists[path].Skip(start).Take(pageSize).Select(sample => sample.DeepClone());
            var page = new JsonObject { ["value"] = new JsonArray([.. items]) };
            if (start + pageSize < lists[path].Count())
                page["@odata.nextLink"] = $"http://{context.Request.Host}{path}?$skiptoken={start + pageSize}";
            return context.Response.WriteAsync(page.ToJsonString());
        });
    }
}
