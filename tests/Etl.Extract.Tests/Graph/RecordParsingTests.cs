using System.Globalization;
using System.Text;
using Etl.Model.Sources;

namespace Etl.Extract.Tests.Graph;

public sealed class RecordParsingTests : GraphTest
{
    [Theory]
    [InlineData("\"2026-03-02T08:41:10Z\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026-03-02T08:41:10.1234567Z\"", "2026-03-02T08:41:10.1234567+00:00")]
    [InlineData("\"2026-03-02T08:41:10.5Z\"", "2026-03-02T08:41:10.5000000+00:00")]
    [InlineData("\"2026-03-02T10:41:10+02:00\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026-03-02T01:11:10.25-07:30\"", "2026-03-02T08:41:10.2500000+00:00")]
    [InlineData("\"2026-03-02T08:41Z\"", "2026-03-02T08:41:00.0000000+00:00")]
    [InlineData("\"2026-03-02T08:41:10\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026-03-02\"", "2026-03-02T00:00:00.0000000+00:00")]
    [InlineData("\" 2026-03-02t08:41:10z \"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026-03-02T10:41:10+0200\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"20260302T084110Z\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026\\u002d03-02T08:41:10Z\"", "2026-03-02T08:41:10.0000000+00:00")]
    [InlineData("\"2026-03-02T08:41:10.123456789\\u0030Z\"", "2026-03-02T08:41:10.1234567+00:00")]
    [InlineData("\"2026-03-02T08:41:10.12345678901234567890Z\"", "2026-03-02T08:41:10.1234567+00:00")]
    public async Task Reads_every_form_of_an_instant_as_utc(string json, string expected)
    {
        var (device, report) = await ReadDeviceAsync("registrationDateTime", json);

        device.RegistrationDateTime?.ToString("o", CultureInfo.InvariantCulture).ShouldBe(expected);
        report.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"1601-01-01T00:00:00Z\"")]
    [InlineData("\"9999-12-31T23:59:59.9999999Z\"")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null")]
    public async Task A_sentinel_instant_or_none_is_null(string json)
    {
        var (device, report) = await ReadDeviceAsync("registrationDateTime", json);

        device.RegistrationDateTime.ShouldBeNull();
        report.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("registrationDateTime", "\"02/03/2026\"")]
    [InlineData("registrationDateTime", "\"2026-02-30T00:00:00Z\"")]
    [InlineData("registrationDateTime", "1767225600")]
    [InlineData("displayName", "7")]
    [InlineData("displayName", "{\"a\":[1,{\"b\":2}]}")]
    [InlineData("displayName", "\"PC-\\ud800\"")]
    [InlineData("model", "[\"x\"]")]
    [InlineData("accountEnabled", "\"true\"")]
    [InlineData("isManaged", "1")]
    [InlineData("isCompliant", "{}")]
    [InlineData("mdmAppId", "\"Intune\"")]
    [InlineData("mdmAppId", "\"X'00'\"")]
    [InlineData("mdmAppId", "true")]
    [InlineData("onPremisesSecurityIdentifier", "\"S-2-x\"")]
    [InlineData("physicalIds", "\"[ZTDID]:x\"")]
    [InlineData("physicalIds", "[7]")]
    [InlineData("alternativeSecurityIds", "{}")]
    public async Task A_value_that_cannot_be_read_is_null_and_counted(string property, string json)
    {
        var (device, report) = await ReadDeviceAsync(property, json);

        device.ShouldBeEquivalentTo(new EntraDevice { Id = device.Id, DeviceId = device.DeviceId });
        report.Unreadable.ShouldBe([new(property, 1)]);
    }

    [Theory]
    [InlineData("\"54B943F8-D761-4F8D-951E-9CEA1846DB5A\"")]
    [InlineData("\"54b943f8d7614f8d951e9cea1846db5a\"")]
    [InlineData("\" {54b943f8-d761-4f8d-951e-9cea1846db5a} \"")]
    [InlineData("\"(54b943f8-d761-4f8d-951e-9cea1846db5a)\"")]
    public async Task Reads_every_form_of_a_guid(string json)
    {
        var (device, _) = await ReadDeviceAsync("mdmAppId", json);

        device.MdmAppId.ShouldBe(new Guid("54b943f8-d761-4f8d-951e-9cea1846db5a"));
    }

    [Theory]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("\"{00000000-0000-0000-0000-000000000000}\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task The_zero_guid_is_null_and_not_counted(string json)
    {
        Server.On(GraphServer.ManagedDevices, Answer.Page(Managed(1, $",\"azureADDeviceId\":{json}")));

        var reading = await ReadManagedDevicesAsync();

        reading.Records.Single().AzureADDeviceId.ShouldBeNull();
        reading.Report.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"  Björn's PC\\t\"", "Björn's PC")]
    [InlineData("\"\\u00a0\\u0042j\\u00f6rn \\ud83d\\udcbb\\u2003\"", "Björn 💻")]
    [InlineData("\"a\\/b\\\"c\"", "a/b\"c")]
    [InlineData("\" \\n \"", null)]
    [InlineData("\"\\u00a0\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" Latitude  \"", "Latitude")]
    [InlineData("\"  \"", null)]
    [InlineData("null", null)]
    public async Task Text_is_unescaped_and_trimmed_and_empty_text_is_null(string json, string? expected)
    {
        var (device, report) = await ReadDeviceAsync("model", $"{json},\"displayName\":{json},\"manufacturer\":\"{new string('M', 32)}\"");

        device.Model.ShouldBe(expected);
        device.DisplayName.ShouldBe(expected);
        report.Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_is_no_utf8_is_null_and_counted()
    {
        var page = Encoding.UTF8.GetBytes(Answer.PageText(null, Device(1, ",\"model\":\"§\"")));
        page[page.AsSpan().IndexOf("§"u8)] = 0xFF;
        Server.On(GraphServer.Devices, Answer.Bytes(page));

        var reading = await ReadDevicesAsync();

        reading.Records.Single().Model.ShouldBeNull();
        reading.Report.Unreadable.ShouldBe([new("model", 1)]);
    }

    [Theory]
    [InlineData("Unknown", null)]
    [InlineData(" UNKNOWN ", null)]
    [InlineData("Windows", "Windows")]
    public async Task An_unknown_operating_system_is_null(string text, string? expected)
    {
        var (device, _) = await ReadDeviceAsync("operatingSystem", $"\"{text}\"");

        device.OperatingSystem.ShouldBe(expected);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    [InlineData("[{\"type\":2,\"key\":\"AA==\"}]", true)]
    [InlineData("[{},[],null]", true)]
    public async Task Says_whether_there_are_alternative_security_ids(string json, bool expected)
    {
        var (device, _) = await ReadDeviceAsync("alternativeSecurityIds", json);

        device.HasAlternativeSecurityIds.ShouldBe(expected);
    }

    [Fact]
    public async Task Reads_the_tags_of_physical_ids_without_case_and_each_hardware_id_once()
    {
        var (device, report) = await ReadDeviceAsync("physicalIds",
            """["[ztdId]:1", " [hwid]:h:ab1", "[HWID]:H:AB1", "[HWID]:h:\u00e4", "[USER-HWID]:u:ab2", "[GID]:g:3", "", null, "[HWID"]""");

        device.HasZtdId.ShouldBeTrue();
        device.HardwareIds.ShouldBe(["[HWID]:H:AB1", "[HWID]:H:Ä"]);
        report.Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Skips_properties_it_does_not_know_and_takes_any_order()
    {
        Server.On(GraphServer.Devices, Answer.Json(
            """
            {"extra":{"value":[1]},"value":[{"@odata.type":"#x","model":"M1","ID":"wrong","nested":{"id":"no","a":[{}]},
            "deviceId":"11111111-0000-4000-8000-000000000001","\u0069d":"e1","displayName":"D"}],"@odata.count":1,"@odata.nextLink":null}
            """));

        var device = (await ReadDevicesAsync()).Records.ShouldHaveSingleItem();

        (device.Id, device.DisplayName, device.Model).ShouldBe(("e1", "D", "M1"));
    }

    [Fact]
    public async Task Equal_texts_share_one_string()
    {
        Server.On(GraphServer.Devices, Answer.Page(Device(1, ",\"model\":\"Latitude\""), Device(2, ",\"model\":\" Latitude \"")));

        var records = (await ReadDevicesAsync()).Records;

        records[0].Model.ShouldBe("Latitude");
        records[0].Model.ShouldBeSameAs(records[1].Model);
    }

    [Theory]
    [InlineData("""{"deviceId":"11111111-0000-4000-8000-000000000001"}""", "page 1 item 2", "id")]
    [InlineData("""{"id":" ","deviceId":"11111111-0000-4000-8000-000000000001"}""", "page 1 item 2", "id")]
    [InlineData("""{"id":"e9"}""", "page 1 item 2, id e9", "deviceId")]
    [InlineData("""{"id":"e9","deviceId":null}""", "page 1 item 2, id e9", "deviceId")]
    [InlineData("""{"id":"e9","deviceId":"00000000-0000-0000-0000-000000000000"}""", "page 1 item 2, id e9", "deviceId")]
    [InlineData("""{"id":"e9","deviceId":"PC-1"}""", "page 1 item 2, id e9", "deviceId")]
    [InlineData("[1, 2]", "page 1 item 2", null)]
    [InlineData("\"text\"", "page 1 item 2", null)]
    [InlineData("null", "page 1 item 2", null)]
    public async Task Rejects_a_device_without_its_keys_and_keeps_its_text(string item, string position, string? field)
    {
        Server.On(GraphServer.Devices, Answer.Page(Device(1), item, Device(3)));

        var reading = await ReadDevicesAsync();

        reading.Records.Select(device => device.Id).ShouldBe(["e1", "e3"]);
        var rejected = reading.Rejected.ShouldHaveSingleItem();
        (rejected.Source, rejected.Position, rejected.Field, rejected.Raw).ShouldBe((SourceKind.Entra, position, field, item));
        rejected.Reason.ShouldNotBeEmpty();
        reading.Pages.Single().RowsRead.ShouldBe(3);
    }

    [Fact]
    public async Task Rejects_a_managed_device_without_an_id_and_nothing_else()
    {
        Server.On(GraphServer.ManagedDevices, Answer.Page(
            """{"deviceName":"x"}""", Managed(2, ",\"azureADDeviceId\":\"no guid\",\"deviceEnrollmentType\":\"brandNewType\"")));

        var reading = await ReadManagedDevicesAsync();

        reading.Rejected.Single().Field.ShouldBe("id");
        reading.Records.Single().DeviceEnrollmentType.ShouldBe("brandNewType");
        reading.Report.Unreadable.ShouldBe([new("azureADDeviceId", 1)]);
    }

    private async Task<(EntraDevice Device, SourceReport Report)> ReadDeviceAsync(string property, string json)
    {
        Server.On(GraphServer.Devices, Answer.Gzip(Answer.PageText(null, Device(1, $",\"{property}\":{json}"))));
        var reading = await ReadDevicesAsync();
        return (reading.Records.ShouldHaveSingleItem(), reading.Report);
    }
}
