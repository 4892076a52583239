using Etl.Extract.ActiveDirectory;

namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdColumnsTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Headers_are_bound_without_case_in_any_order_and_others_are_left_alone()
    {
        _folder.Write($"Location,NAME, objectguid ,Notes,Notes\nOslo, PC-1 ,{{{AdFolder.Guid1.ToUpperInvariant()}}},a,b\n");

        var record = (await _folder.ReadAsync()).Records.ShouldHaveSingleItem();

        record.ObjectGuid.ShouldBe(Guid.Parse(AdFolder.Guid1));
        record.Name.ShouldBe("PC-1");
        record.OperatingSystemWasRead.ShouldBeFalse();
    }

    [Fact]
    public async Task A_header_of_the_operators_own_is_bound_by_the_options()
    {
        _folder.Write($"Schlüssel,Zuletzt gesehen\n{AdFolder.Guid1},2026-11-16T08:00:00Z\n");
        var options = _folder.Options with
        {
            Columns = new Dictionary<string, string> { ["schlüssel"] = "objectGUID", ["ZULETZT GESEHEN"] = "lastLogonDate" },
        };

        var record = (await _folder.ReadAsync(options)).Records.ShouldHaveSingleItem();

        record.LastLogon.ShouldBe(new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("True", "", true)]
    [InlineData("FALSE", "", false)]
    [InlineData("", "4096", true)]
    [InlineData("", "4098", false)]
    [InlineData("True", "4098", false)]
    [InlineData("False", "4096", false)]
    [InlineData("true", "4096", true)]
    [InlineData("", "", null)]
    [InlineData("True", "many", true)]
    public async Task Either_column_that_says_disabled_is_right(string enabled, string userAccountControl, bool? expected)
    {
        var record = await _folder.ReadOneAsync("Enabled,userAccountControl", $"{enabled},{userAccountControl}");

        record.Enabled.ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "134396064000000000", 20)]
    [InlineData("2026-11-25T00:00:00Z", "134396064000000000", 25)]
    [InlineData("", "134396064000000000", 20)]
    [InlineData("2026-11-01T00:00:00Z", "0", 1)]
    [InlineData("134396064000000000", "", 20)]
    public async Task The_later_of_two_columns_counts(string date, string fileTime, int day)
    {
        var record = await _folder.ReadOneAsync(
            "LastLogonDate,lastLogonTimestamp,PasswordLastSet,pwdLastSet,whenCreated,Created",
            $"{date},{fileTime},{date},{fileTime},{date},{fileTime}");

        var expected = new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero);
        record.LastLogon.ShouldBe(expected);
        record.PasswordLastSet.ShouldBe(expected);
        record.WhenCreated.ShouldBe(expected);
    }

    [Theory]
    [InlineData("A,B", "\"CN=C,DC=x\"", "A")]
    [InlineData(",B", "\"CN=C,DC=x\"", "B")]
    [InlineData(",", "\"CN=C,DC=x\"", "C")]
    [InlineData(",", "\"cn=Front\\, desk\\+1,OU=x\"", "Front, desk+1")]
    [InlineData(",", "\"CN=PC-1\\0ACNF:7,DC=x\"", "PC-1\nCNF:7")]
    [InlineData(",", "\"OU=x,DC=y\"", null)]
    [InlineData(",", "CN=", null)]
    [InlineData(",", "CN=x\\", "x\\")]
    public async Task The_name_is_Name_else_cn_else_that_of_the_distinguished_name(string names, string dn, string? expected)
    {
        var record = await _folder.ReadOneAsync("Name,cn,DN", $"{names},{dn}");

        record.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("True", true, 0)]
    [InlineData("false", false, 0)]
    [InlineData("", null, 0)]
    [InlineData("maybe", null, 1)]
    public async Task The_certificate_is_a_flag(string text, bool? expected, int unreadable)
    {
        _folder.Write($"ObjectGUID,hasUserCertificate\n{AdFolder.Guid1},{text}\n");

        var reading = await _folder.ReadAsync();

        reading.Records[0].HasUserCertificate.ShouldBe(expected);
        reading.Report.Unreadable.GetValueOrDefault("hasUserCertificate").ShouldBe(unreadable);
    }

    [Fact]
    public async Task An_attribute_that_became_its_type_name_says_nothing_and_is_warned_about_once()
    {
        const string TypeName = "Microsoft.ActiveDirectory.Management.ADPropertyValueCollection";
        _folder.Write($"ObjectGUID,HasUserCertificate\n{AdFolder.Guid1},{TypeName}\n{AdFolder.Guid2},{TypeName}\n");

        var reading = await _folder.ReadAsync();

        reading.Records.ShouldAllBe(record => record.HasUserCertificate == null);
        reading.Report.Unreadable.ShouldBeEmpty();
        reading.Report.Warnings.ShouldHaveSingleItem().ShouldContain("ad.csv: column \"HasUserCertificate\" holds the name of a type");
    }

    [Fact]
    public async Task Sentinels_and_blanks_are_null_and_what_cannot_be_read_is_counted()
    {
        _folder.Write(
            "ObjectGUID,Sid,OperatingSystem,LastLogonDate,whenCreated,userAccountControl\n" +
            $"{AdFolder.Guid1},none,Unknown,9999-12-31T23:59:59Z,soon,x\n{AdFolder.Guid2},  ,\"\",01.01.1601 01:00:00,,\n");

        var reading = await _folder.ReadAsync();

        foreach (var record in reading.Records)
        {
            record.Sid.ShouldBeNull();
            record.OperatingSystem.ShouldBeNull();
            record.OperatingSystemWasRead.ShouldBeTrue();
            record.LastLogon.ShouldBeNull();
            record.WhenCreated.ShouldBeNull();
        }

        reading.Report.Unreadable.ShouldBe(
            new Dictionary<string, long> { ["Sid"] = 1, ["whenCreated"] = 1, ["userAccountControl"] = 1 }, ignoreOrder: true);
    }
}
