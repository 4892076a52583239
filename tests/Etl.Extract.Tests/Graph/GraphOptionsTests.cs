using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Model.Values;

namespace Etl.Extract.Tests.Graph;

public sealed class GraphOptionsTests
{
    private static readonly GraphOptions Usable = new() { Credential = GraphCredential.AccessToken, AccessToken = new Secret("t0ken") };

    public static TheoryData<string, GraphOptions> Faulty { get; } = new()
    {
        { "BaseUrl: 'graph' is not", Usable with { BaseUrl = "graph" } },
        { "BaseUrl: 'ftp://x/v1.0' is not", Usable with { BaseUrl = "ftp://x/v1.0" } },
        { "BaseUrl: plain http", Usable with { BaseUrl = "http://graph.contoso.example/v1.0" } },
        { "BaseUrl: expected scheme", Usable with { BaseUrl = "https://graph.contoso.example/v1.0?x=1" } },
        { "Cloud: 'Moon' is not known; expected Global, UsGovernment", Usable with { Cloud = "Moon" } },
        { "AccessToken: required", Usable with { AccessToken = new Secret(" ") } },
        { "TenantId: required", Usable with { Credential = GraphCredential.ClientSecret, ClientId = "a", ClientSecret = new Secret("s") } },
        { "ClientId: required", Usable with { Credential = GraphCredential.ClientSecret, TenantId = "t", ClientSecret = new Secret("s") } },
        { "ClientSecret: required", Usable with { Credential = GraphCredential.ClientSecret, TenantId = "t", ClientId = "a" } },
        { "CertificatePath: required", Usable with { Credential = GraphCredential.Certificate, TenantId = "t", ClientId = "a" } },
        {
            "CertificatePath: there is no file missing.pem",
            Usable with { Credential = GraphCredential.Certificate, TenantId = "t", ClientId = "a", CertificatePath = "missing.pem" }
        },
        { "PageSize: 0", Usable with { PageSize = 0 } },
        { "MaxAttempts: 0", Usable with { MaxAttempts = 0 } },
    };

    public static TheoryData<GraphOptions> Good { get; } =
    [
        Usable,
        Usable with { BaseUrl = "http://127.0.0.1:5000/v1.0" },
        Usable with { BaseUrl = "http://localhost:5000/v1.0/", Cloud = "china" },
        new GraphOptions { Credential = GraphCredential.ManagedIdentity },
        new GraphOptions { Credential = GraphCredential.WorkloadIdentity },
        new GraphOptions { Credential = GraphCredential.AzureCli },
        new GraphOptions { TenantId = "t", ClientId = "a", ClientSecret = new Secret("s") },
    ];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Names_the_key_of_a_fault(string expected, GraphOptions options) =>
        options.Validate().ShouldHaveSingleItem().ShouldStartWith(expected);

    [Theory]
    [MemberData(nameof(Good))]
    public void Finds_no_fault_in_usable_options(GraphOptions options)
    {
        options.Validate().ShouldBeEmpty();

        using var connection = new GraphConnection(options, TimeProvider.System);
    }

    [Fact]
    public void Refuses_to_connect_and_names_every_fault()
    {
        var error = Should.Throw<ConfigurationException>(() =>
            new GraphConnection(Usable with { BaseUrl = "graph", PageSize = -1 }, TimeProvider.System).Dispose());

        error.Message.ShouldContain("Graph:BaseUrl:");
        error.Message.ShouldContain("Graph:PageSize:");
    }

    [Fact]
    public void Says_that_a_certificate_file_holds_none()
    {
        var path = typeof(GraphOptionsTests).Assembly.Location;

        var error = Should.Throw<ConfigurationException>(() => new GraphConnection(
            new GraphOptions { Credential = GraphCredential.Certificate, TenantId = "t", ClientId = "a", CertificatePath = path },
            TimeProvider.System).Dispose());

        error.Message.ShouldContain("Graph:CertificatePath:");
    }

    [Fact]
    public void Says_that_a_tenant_id_cannot_be_right()
    {
        var error = Should.Throw<ConfigurationException>(() => new GraphConnection(
            new GraphOptions { TenantId = "no tenant/id", ClientId = "a", ClientSecret = new Secret("s3cret") },
            TimeProvider.System).Dispose());

        error.Message.ShouldStartWith("Graph:TenantId");
        error.Message.ShouldNotContain("s3cret");
    }

    [Fact]
    public void Does_not_print_its_secrets() =>
        (Usable with { ClientSecret = new Secret("s3cret"), CertificatePassword = new Secret("pa55") }).ToString()
            .ShouldNotContain(["t0ken", "s3cret", "pa55"]);
}

file static class TextAssertions
{
    public static void ShouldNotContain(this string text, string[] parts)
    {
        foreach (var part in parts) text.ShouldNotContain(part);
    }
}
