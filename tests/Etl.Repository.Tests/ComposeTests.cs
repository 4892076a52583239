using System.Text.RegularExpressions;
using Etl.Pipeline.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Etl.Repository.Tests;

/// <summary>docker-compose.yml, which no test run can start: what can be said of it by reading.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Text = RepositoryFolder.Read("docker-compose.yml");
    private static readonly Dictionary<string, Service> Services = new DeserializerBuilder()
        .IgnoreUnmatchedProperties().Build()
        .Deserialize<Compose>(new MergingParser(new Parser(new StringReader(Text)))).services;

    [Fact]
    public void The_demo_fills_the_warehouse_before_the_service_starts_and_the_service_before_the_door()
    {
        Services.Keys.ShouldBe(["sqlserver", "database", "demo", "etl", "door"]);
        Services["demo"].command.ShouldBe(["demo"]);
        Services["etl"].command.ShouldBe(["serve"]);
        Services["etl"].depends_on["demo"]["condition"].ShouldBe("service_completed_successfully");
        Services["door"].network_mode.ShouldBe("service:etl");
    }

    [Fact]
    public void Every_port_is_this_machines_alone() =>
        Services.Values.SelectMany(service => service.ports).ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));

    [Fact]
    public void Every_image_from_elsewhere_has_a_version() =>
        Services.Values.Where(service => service.build is null)
            .ShouldAllBe(service => service.image!.Contains(':', StringComparison.Ordinal) && !service.image.EndsWith(":latest", StringComparison.Ordinal));

    [Fact]
    public void Every_setting_is_a_key_of_the_configuration()
    {
        var settings = Services.Values.SelectMany(service => service.environment.Keys).Where(name => name.StartsWith("ETL_", StringComparison.Ordinal))
            .Select(name => name["ETL_".Length..].Replace("__", ":", StringComparison.Ordinal)).ToList();

        settings.ShouldNotBeEmpty();
        settings.Except(ConfigurationLoader.Keys()).ShouldBeEmpty();
    }

    [Fact]
    public void The_only_password_is_the_one_that_the_environment_gives_with_a_throw_away_for_loopback()
    {
        var given = "${MSSQL_SA_PASSWORD:-Throw-away-for-loopback-1}";

        Services["sqlserver"].environment["MSSQL_SA_PASSWORD"].ShouldBe(given);
        Services["etl"].environment["ETL_Warehouse__ConnectionString"].ShouldContain($"Password={given};");
        Password().Matches(Text.Replace(given, "GIVEN", StringComparison.Ordinal)).Select(match => match.Groups["value"].Value).Distinct().ShouldBe(["GIVEN"]);
    }

    [GeneratedRegex(@"(Password=|PASSWORD: (&\S+ )?)(?<value>[^;*\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();

#pragma warning disable IDE1006, SA1300 // Named as in the file.
    private sealed class Compose
    {
        // What the rest refers to: a part that is left out is not known later.
        [YamlMember(Alias = "x-sa-password")]
        public string? Password { get; init; }

        [YamlMember(Alias = "x-etl")]
        public Service? Image { get; init; }

        [YamlMember(Alias = "x-warehouse")]
        public Dictionary<string, string>? Warehouse { get; init; }

        public Dictionary<string, Service> services { get; init; } = [];
    }

    private sealed class Service
    {
        public string? image { get; init; }
        public object? build { get; init; }
        public List<string> command { get; init; } = [];
        public Dictionary<string, Dictionary<string, string>> depends_on { get; init; } = [];
        public Dictionary<string, string> environment { get; init; } = [];
        public string? network_mode { get; init; }
        public List<string> ports { get; init; } = [];
    }
#pragma warning restore IDE1006, SA1300
}
