using System.IO.Compression;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.Graph;

public sealed class PagingTests : GraphTest
{
    [Fact]
    public async Task Asks_for_exactly_the_properties_that_a_device_record_has_and_the_largest_page()
    {
        Server.On(GraphServer.Devices, Answer.Page(Device(1)));

        await ReadDevicesAsync();

        var request = Server.Requests.ShouldHaveSingleItem();
        request.Top.ShouldBe(999);
        request.Select.ShouldBe(
        [
            "id", "deviceId", "displayName", "accountEnabled", "trustType", "profileType", "registrationDateTime",
            "approximateLastSignInDateTime", "enrollmentProfileName", "isManaged", "isCompliant", "managementType", "mdmAppId",
            "deviceOwnership", "operatingSystem", "operatingSystemVersion", "manufacturer", "model", "onPremisesSecurityIdentifier",
            "physicalIds", "alternativeSecurityIds",
        ]);
    }

    [Fact]
    public async Task Asks_for_exactly_the_properties_that_a_managed_device_record_has_and_the_largest_page()
    {
        Server.On(GraphServer.ManagedDevices, Answer.Page(Managed(1)));

        await ReadManagedDevicesAsync();

        var request = Server.RequestsOf(GraphServer.ManagedDevices).ShouldHaveSingleItem();
        request.Top.ShouldBe(1_000);
        request.Select.ShouldBe(
        [
            "id", "azureADDeviceId", "deviceName", "serialNumber", "userPrincipalName", "enrolledDateTime", "lastSyncDateTime",
            "managementCertificateExpirationDate", "deviceEnrollmentType", "enrollmentProfileName", "managedDeviceOwnerType",
            "managementAgent", "managementState", "complianceState", "operatingSystem", "osVersion", "manufacturer", "model",
        ]);
    }

    [Fact]
    public async Task Neither_asks_for_the_primary_user_nor_keeps_it_when_privacy_drops_it()
    {
        Server.On(GraphServer.ManagedDevices, Answer.Page(Managed(1, ""","userPrincipalName":"ada@contoso.example" """)));

        var reading = await ReadManagedDevicesAsync(withPrimaryUser: false);

        Server.RequestsOf(GraphServer.ManagedDevices).Single().Select.ShouldNotContain("userPrincipalName");
        reading.Records.Single().UserPrincipalName.ShouldBeNull();
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(5_000, 999)]
    public async Task Asks_for_the_configured_page_size_up_to_what_graph_allows(int configured, int asked)
    {
        Options = Options with { PageSize = configured };
        Server.On(GraphServer.Devices, Answer.Page());

        await ReadDevicesAsync();

        Server.Requests.Single().Top.ShouldBe(asked);
    }

    [Fact]
    public async Task Sends_the_headers_of_a_polite_reader_with_every_page()
    {
        Server.On(GraphServer.Devices, Answer.PageBefore(Server.BaseUrl + "/devices?$skiptoken=a", Device(1)), Answer.Page(Device(2)));

        await ReadDevicesAsync();

        Server.Requests.Count.ShouldBe(2);
        foreach (var request in Server.Requests)
        {
            request.Headers["Authorization"].ShouldBe("Bearer " + Token);
            request.Headers["Prefer"].ShouldBe("include-unknown-enum-members");
            request.Headers["x-ms-throttle-priority"].ShouldBe("low");
            request.Headers["Accept-Encoding"].ShouldBe("gzip");
        }
    }

    [Fact]
    public async Task Follows_next_links_as_they_are_over_empty_pages_to_the_end()
    {
        const string query = "?%24skiptoken=RFNwd%2bAA%3d%27x%27&$top=1&opaque=%24a~b";
        Server.On(GraphServer.Devices,
            Answer.PageBefore(Server.BaseUrl + "/devices" + query, Device(1)),
            Answer.PageBefore(Server.BaseUrl + "/devices?$skiptoken=c"),
            Answer.Page(Device(2)));

        var reading = await ReadDevicesAsync();

        reading.Pages.Select(page => (page.Number, page.RowsRead)).ShouldBe([(1, 1), (2, 0), (3, 1)]);
        reading.Records.Select(device => device.Id.ToString()).ShouldBe(["e1", "e2"]);
        Server.Requests.ElementAt(1).Target.ShouldBe("/v1.0/devices" + query);
        Server.Requests.ElementAt(2).Target.ShouldBe("/v1.0/devices?$skiptoken=c");
    }

    [Theory]
    [InlineData("http://graph.contoso.example/v1.0/devices?$skiptoken=secret", "http://graph.contoso.example")]
    [InlineData("https://127.0.0.1/v1.0/devices?$skiptoken=secret", "https://127.0.0.1")]
    public async Task Refuses_a_next_link_to_another_host_and_names_the_host(string link, string host)
    {
        Server.On(GraphServer.Devices, Answer.PageBefore(link, Device(1)));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain(host + ",");
        error.Message.ShouldNotContain("secret");
        error.SourceKind.ShouldBe(SourceKind.Entra);
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_a_next_link_that_was_followed_before()
    {
        Server.On(GraphServer.Devices, Answer.PageBefore(Server.BaseUrl + "/devices?$skiptoken=a", Device(1)));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("page 2");
        error.Message.ShouldContain("never end");
        Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_a_compressed_page_as_it_came_and_compresses_another()
    {
        var first = Answer.PageText(Server.BaseUrl + "/devices?$skiptoken=a", Device(1));
        var second = Answer.PageText(null, Device(2));
        Server.On(GraphServer.Devices, Answer.Gzip(first), Answer.Json(second));

        var reading = await ReadDevicesAsync();

        Directory.GetFiles(Folder).Select(Path.GetFileName).Order()
            .ShouldBe(["entra-devices-00001.json.gz", "entra-devices-00002.json.gz"]);
        (await File.ReadAllBytesAsync(Path.Combine(Folder, "entra-devices-00001.json.gz"), Stop)).ShouldBe(Answer.Compress(first));
        await using var file = File.OpenRead(Path.Combine(Folder, "entra-devices-00002.json.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        (await text.ReadToEndAsync(Stop)).ShouldBe(second);
        reading.Records.Count.ShouldBe(2);
        reading.Report.Bytes.ShouldBe(Answer.Compress(first).Length + second.Length);
    }

    [Fact]
    public async Task Archives_a_page_before_it_hands_it_on()
    {
        Server.On(GraphServer.Devices, Answer.PageBefore(Server.BaseUrl + "/devices?$skiptoken=a", Device(1)), Answer.Page(Device(2)));
        using var connection = new GraphConnection(Options, Clock);
        var source = new EntraDeviceSource(connection, RunArchive.In(Folder));

        await foreach (var page in source.ReadAsync(Stop))
            File.Exists(Path.Combine(Folder, $"entra-devices-{page.Number:00000}.json.gz")).ShouldBeTrue();

        source.Report.Pages.ShouldBe(2);
    }

    [Fact]
    public async Task Says_when_a_page_cannot_be_archived()
    {
        Server.On(GraphServer.Devices, Answer.Page(Device(1)));
        Directory.CreateDirectory(Path.Combine(Folder, "entra-devices-00001.json.gz"));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("Archive:Path");
        error.IsTransient.ShouldBeFalse();
        Directory.GetFiles(Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_the_count_of_intune_and_reports_progress_against_it()
    {
        var progress = new ProgressLog();
        Server.On(GraphServer.ManagedDevices,
            Answer.PageBefore(Server.BaseUrl + "/deviceManagement/managedDevices?$skiptoken=a", Managed(1), Managed(2)), Answer.Page("17"));

        var reading = await ReadManagedDevicesAsync(progress: progress);

        reading.Report.ControlCount.ShouldBe(3);
        reading.Report.Requests.ShouldBe(3);
        progress.Reports.ShouldBe([new(SourceKind.Intune, 1, 2, 3), new(SourceKind.Intune, 2, 3, 3)]);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"Forbidden","message":"no"}}""")]
    [InlineData(200, """{"enrolledDeviceCount": "many"}""")]
    public async Task Warns_and_reads_on_where_the_count_cannot_be_read(int status, string body)
    {
        Server.On(GraphServer.Overview, Answer.Json(body, status));
        Server.On(GraphServer.ManagedDevices, Answer.Page(Managed(1)));

        var reading = await ReadManagedDevicesAsync();

        reading.Records.Count.ShouldBe(1);
        reading.Report.ControlCount.ShouldBeNull();
        reading.Report.Warnings.ShouldHaveSingleItem().ShouldContain("managedDeviceOverview");
    }

    [Fact]
    public async Task Reads_two_sources_at_once_over_one_connection()
    {
        Server.On(GraphServer.Devices,
            [.. Twenty(n => Answer.PageBefore($"{Server.BaseUrl}/devices?$skiptoken={n}", Device(n))), Answer.Page()]);
        Server.On(GraphServer.ManagedDevices,
            [.. Twenty(n => Answer.PageBefore($"{Server.Root}{GraphServer.ManagedDevices}?$skiptoken={n}", Managed(n))), Answer.Page()]);
        using var connection = new GraphConnection(Options, Clock);

        var devices = Reading<EntraDevice>.OfAsync(new EntraDeviceSource(connection, RunArchive.Disabled));
        var managed = Reading<ManagedDevice>.OfAsync(new ManagedDeviceSource(connection, RunArchive.Disabled));
        await Task.WhenAll(devices, managed);

        (await devices).Records.Select(device => device.Id.ToString()).ShouldBe(Twenty(n => $"e{n}"));
        (await managed).Records.Select(device => device.Id.ToString()).ShouldBe(Twenty(n => $"m{n}"));
    }

    private static IEnumerable<TItem> Twenty<TItem>(Func<int, TItem> item) => Enumerable.Range(1, 20).Select(item);

    private sealed class ProgressLog : IProgress<SourceProgress>
    {
        public List<SourceProgress> Reports { get; } = [];

        public void Report(SourceProgress value) => Reports.Add(value);
    }
}
