using Etl.Model.Errors;

namespace Etl.Warehouse.Tests;

public sealed class WarehouseOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Should.NotThrow(new WarehouseOptions().Validate);

    [Fact]
    public void All_faults_are_told_at_once_with_their_keys()
    {
        var options = new WarehouseOptions { ConnectionString = "Data Source=:memory:", ReportingTimeZone = "Mars", CommandTimeoutSeconds = -1 };

        var message = Should.Throw<ConfigurationException>(options.Validate).Message;

        message.ShouldContain("Warehouse:ConnectionString");
        message.ShouldContain("Warehouse:ReportingTimeZone is 'Mars'");
        message.ShouldContain("Warehouse:CommandTimeoutSeconds is -1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=")]
    [InlineData("memory_limit=1GB")]
    [InlineData("nonsense")]
    [InlineData("Data Source=a.duckdb;no_such_option=1")]
    public void A_connection_string_that_names_no_file_is_a_fault(string connectionString) =>
        new WarehouseOptions { ConnectionString = connectionString }.Faults().ShouldHaveSingleItem().ShouldStartWith("Warehouse:ConnectionString");

    [Fact]
    public void An_instant_falls_on_a_day_of_the_reporting_time_zone()
    {
        var lateInUtc = new DateTimeOffset(2026, 1, 1, 23, 30, 0, TimeSpan.Zero);

        new WarehouseOptions().DayOf(lateInUtc).ShouldBe(new DateOnly(2026, 1, 1));
        new WarehouseOptions { ReportingTimeZone = "Europe/Berlin" }.DayOf(lateInUtc).ShouldBe(new DateOnly(2026, 1, 2));
    }
}
