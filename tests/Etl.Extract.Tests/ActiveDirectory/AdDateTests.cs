using System.Globalization;
using Etl.Extract.ActiveDirectory;
using Etl.Model.Errors;

namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdDateTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-11-16T08:12:44.1234567Z", "2026-11-16T08:12:44.1234567")]
    [InlineData("2026-11-16T08:12:44.0000000+01:00", "2026-11-16T07:12:44")]
    [InlineData("2026-11-16 08:12:44", "2026-11-16T08:12:44")]
    [InlineData("2026-11-16 8:12:44", "2026-11-16T08:12:44")]
    [InlineData("2026-11-16", "2026-11-16T00:00:00")]
    [InlineData("2026/11/16 08:12", "2026-11-16T08:12:00")]
    [InlineData("2026. 11. 16. 8:12:44", "2026-11-16T08:12:44")]
    [InlineData("16.11.2026 08:12:44", "2026-11-16T08:12:44")]
    [InlineData("02.03.2026 08:12:44", "2026-03-02T08:12:44")]
    [InlineData("16. 11. 2026 8:12:44", "2026-11-16T08:12:44")]
    [InlineData("16.11.2026. 8.12.44", "2026-11-16T08:12:44")]
    [InlineData("16.11.26", "2026-11-16T00:00:00")]
    [InlineData("11/16/2026 4:15:00 PM", "2026-11-16T16:15:00")]
    [InlineData("11/16/2026 12:15:00\u202fAM", "2026-11-16T00:15:00")]
    [InlineData("16/11/2026 04:15:00 p.\u00a0m.", "2026-11-16T16:15:00")]
    [InlineData("11/16/26", "2026-11-16T00:00:00")]
    [InlineData("7/7/2026 09:00", "2026-07-07T09:00:00")]
    [InlineData("16-11-2026 08:12:44", "2026-11-16T08:12:44")]
    [InlineData("134392903640000000", "2026-11-16T08:12:44")]
    [InlineData("20261116081244.0Z", "2026-11-16T08:12:44")]
    public async Task A_date_that_says_what_it_means_needs_no_culture(string text, string expected)
    {
        var record = await _folder.ReadOneAsync("LastLogonDate", $"\"{text}\"");

        record.LastLogon.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    [Theory]
    [InlineData("en-US", "03/04/2026 1:05:00 PM", "2026-03-04T13:05:00")]
    [InlineData("en-GB", "03/04/2026 13:05:00", "2026-04-03T13:05:00")]
    [InlineData("de-DE", "03.04.2026 13:05:00", "2026-04-03T13:05:00")]
    [InlineData("en-US", "03.04.2026 13:05:00", "2026-03-04T13:05:00")]
    [InlineData("ja-JP", "2026/03/04 13:05:00", "2026-03-04T13:05:00")]
    [InlineData("zh-TW", "2026/3/4 下午 01:05:00", "2026-03-04T13:05:00")]
    [InlineData("de-DE", "Mittwoch, 4. März 2026 13:05:00", "2026-03-04T13:05:00")]
    [InlineData("th-TH", "4/3/2569 13:05:00", "2026-03-04T13:05:00")]
    [InlineData("nl-NL", "4-3-2026 13:05:00", "2026-03-04T13:05:00")]
    [InlineData("en-US", "2026-03-04T13:05:00Z", "2026-03-04T13:05:00")]
    public async Task The_culture_settles_the_order(string culture, string text, string expected)
    {
        var record = await _folder.ReadOneAsync("LastLogonDate", $"\"{text}\"", _folder.Options with { Culture = culture });

        record.LastLogon.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    [Theory]
    [InlineData("03/04/2026 08:12:44", "\"03/04/2026 08:12:44\" is 2026-04-03 (day first) or 2026-03-04 (month first)")]
    [InlineData("3-4-2026", "\"3-4-2026\" is 2026-04-03 (day first) or 2026-03-04 (month first)")]
    [InlineData("3/4/05", "\"3/4/05\" is 2005-04-03 (day first) or 2005-03-04 (month first)")]
    [InlineData("20/4/05", "\"20/4/05\" is 2005-04-20 (day first) or 2020-04-05 (year first)")]
    public async Task A_column_that_can_be_read_in_two_ways_is_refused(string text, string readings)
    {
        _folder.Write(
            $"ObjectGUID,whenCreated,LastLogonDate\n{AdFolder.Guid1},2026-11-16T00:00:00Z,\n{AdFolder.Guid2},,{text}\n");

        var fault = await Should.ThrowAsync<EtlException>(() => _folder.ReadAsync());

        fault.Message.ShouldContain("ad.csv: column \"LastLogonDate\" can be read in two ways");
        fault.Message.ShouldContain(readings);
        fault.Message.ShouldContain("Set ActiveDirectory:Culture");
    }

    [Fact]
    public async Task One_value_settles_its_whole_column_even_from_the_last_line()
    {
        var rows = AdFolder.Rows(6_000, _ => "3/4/2026 08:00:00");
        _folder.Write($"ObjectGUID,LastLogonDate\n{rows}{AdFolder.Guid1},3/16/2026 08:00:00\n");

        var reading = await _folder.ReadAsync();

        reading.Records[0].LastLogon.ShouldBe(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero));
        reading.Records.Count.ShouldBe(6_001);
    }

    [Fact]
    public async Task Each_column_stands_for_itself()
    {
        _folder.Write($"ObjectGUID,LastLogonDate,whenCreated\n{AdFolder.Guid1},3/16/2026,3/4/2026\n");

        (await Should.ThrowAsync<EtlException>(() => _folder.ReadAsync())).Message.ShouldContain("column \"whenCreated\"");
    }

    [Fact]
    public async Task A_column_of_two_orders_is_refused()
    {
        _folder.Write($"ObjectGUID,LastLogonDate\n{AdFolder.Guid1},3/16/2026\n{AdFolder.Guid2},16/3/2026\n");

        (await Should.ThrowAsync<EtlException>(() => _folder.ReadAsync()))
            .Message.ShouldContain("column \"LastLogonDate\" has dates of two orders: \"3/16/2026\" and \"16/3/2026\"");
    }

    [Fact]
    public async Task What_no_order_can_read_is_null_counted_and_warned_about_once()
    {
        _folder.Write($"ObjectGUID,LastLogonDate\n{AdFolder.Guid1},31/31/2026\n{AdFolder.Guid2},yesterday\n{AdFolder.Guid2},13:05\n");

        var reading = await _folder.ReadAsync();

        reading.Records.ShouldAllBe(record => record.LastLogon == null);
        reading.Report.Unreadable["LastLogonDate"].ShouldBe(3);
        reading.Report.Warnings.ShouldHaveSingleItem().ShouldContain("in line 2: \"31/31/2026\". Set ActiveDirectory:Culture");
    }

    [Theory]
    [InlineData("2026-07-01 12:00:00", "2026-07-01T10:00:00")]
    [InlineData("01.12.2026 12:00:00", "2026-12-01T11:00:00")]
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T12:00:00")]
    [InlineData("2026-03-29 02:30:00", "2026-03-29T01:30:00")]
    [InlineData("2026-10-25 02:30:00", "2026-10-25T01:30:00")]
    public async Task A_date_without_an_offset_is_local_time_in_the_time_zone(string text, string expected)
    {
        var record = await _folder.ReadOneAsync("whenCreated", text, _folder.Options with { TimeZone = "Europe/Berlin" });

        record.WhenCreated.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    [Theory]
    [InlineData("en-US", "3/16/2009 4:15:00 PM")]
    [InlineData("de-DE", "16.03.2009 16:15:00")]
    public async Task Every_culture_of_a_session_round_trips(string culture, string text)
    {
        var record = await _folder.ReadOneAsync("whenCreated", text, _folder.Options with { Culture = culture });

        record.WhenCreated.ShouldBe(new DateTimeOffset(2009, 3, 16, 16, 15, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_date_as_any_culture_writes_it_is_read_back_where_that_culture_is_set()
    {
        var local = new DateTime(2026, 3, 4, 13, 5, 9, DateTimeKind.Unspecified);
        var failed = new List<string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures).DistinctBy(local.ToString))
        {
            var text = local.ToString(culture);
            var record = await _folder.ReadOneAsync("whenCreated", $"\"{text}\"", _folder.Options with { Culture = culture.Name });
            if (record.WhenCreated?.UtcDateTime != local) failed.Add($"{culture.Name}: {text}");
        }

        failed.ShouldBeEmpty();
    }
}
