using Etl.Extract.Graph;
using Etl.Model.Errors;

namespace Etl.Extract.Tests.Graph;

public sealed class RefusalTests : GraphTest
{
    private const string IntuneWording =
        "{\r\n  \"_version\": 3,\r\n  \"Message\": \"Parsing OData Select and Expand failed: Could not find a property named " +
        "'managementState' on type 'microsoft.management.services.api.managedDevice'. - Operation ID (for customer support): 0 - id\"\r\n}";

    [Theory]
    [InlineData("Could not find a property named 'enrollmentProfileName' on type 'Microsoft.DirectoryServices.Device'.")]
    [InlineData("Parsing OData Select and Expand failed: property \"enrollmentprofilename\" is unknown.")]
    [InlineData("Property enrollmentProfileName is not supported for this device id.")]
    public async Task Leaves_out_a_property_that_the_cloud_does_not_know(string message)
    {
        Server.On(GraphServer.Devices, Answer.Error(400, "BadRequest", message), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        Server.Requests.First().Select.ShouldContain("enrollmentProfileName");
        Server.Requests.Last().Select.ShouldBe(Server.Requests.First().Select.Where(name => name != "enrollmentProfileName"));
        reading.Records.Count.ShouldBe(1);
        reading.Pages.Single().Number.ShouldBe(1);
        reading.Report.Warnings.ShouldHaveSingleItem().ShouldContain("'enrollmentProfileName'");
    }

    [Fact]
    public async Task Leaves_out_one_property_after_the_other_and_reads_the_wording_of_intune()
    {
        Server.On(GraphServer.ManagedDevices,
            Answer.Error(400, "BadRequest", IntuneWording),
            Answer.Error(400, "BadRequest", IntuneWording.Replace("managementState", "model", StringComparison.Ordinal)),
            Answer.Page(Managed(1)));

        var reading = await ReadManagedDevicesAsync();

        Server.Requests.Last().Select.ShouldNotContain("managementState");
        Server.Requests.Last().Select.ShouldNotContain("model");
        reading.Report.Warnings.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Could not find a property named 'deviceId' on type 'device'.")]
    [InlineData("Something else about 'apples'.")]
    [InlineData("Neither model nor manufacturer can be had.")]
    public async Task Fails_on_a_bad_request_that_leaving_out_a_property_cannot_cure(string message)
    {
        Server.On(GraphServer.Devices, Answer.Error(400, "BadRequest", message));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("the answer was 400");
        error.IsTransient.ShouldBeFalse();
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_property_that_was_not_read_is_unknown_rather_than_empty()
    {
        Server.On(GraphServer.Devices,
            Answer.Error(400, "BadRequest", "Could not find a property named 'alternativeSecurityIds' on type 'device'."),
            Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        reading.Records.Single().HasAlternativeSecurityIds.ShouldBeNull();
    }

    [Theory]
    [InlineData("Invalid page size specified: '999'. Must be between 1 and 500 inclusive.")]
    [InlineData("The limit of '500' for Top query has been exceeded. The value from the incoming request is '999'.")]
    public async Task Asks_for_smaller_pages_where_the_cloud_allows_no_larger_ones(string message)
    {
        Server.On(GraphServer.Devices, Answer.Error(400, "Request_BadRequest", message), Answer.Page(Device(1)));

        var reading = await ReadDevicesAsync();

        Server.Requests.Last().Top.ShouldBe(499);
        reading.Report.Warnings.ShouldHaveSingleItem().ShouldContain("Graph:PageSize");
    }

    [Fact]
    public async Task Says_what_to_check_when_the_token_is_refused_and_never_shows_it()
    {
        Server.On(GraphServer.Devices, Answer.Error(401, "InvalidAuthenticationToken", $"Token {Token} has expired."));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("401 (InvalidAuthenticationToken: Token *** has expired)");
        error.Message.ShouldContain("Graph:Credential");
        error.ToString().ShouldNotContain(Token);
        error.IsTransient.ShouldBeFalse();
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_shows_a_token_that_an_answer_repeats()
    {
        Options = Options with { MaxAttempts = 2 };
        Server.On(GraphServer.Devices, Answer.Error(200, "odd", $"You sent {Token}."));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("200 with an error in it (odd: You sent ***)");
        error.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public async Task Names_the_permission_that_devices_lack()
    {
        Server.On(GraphServer.Devices, Answer.Error(403, "Authorization_RequestDenied", "Insufficient privileges."));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldEndWith("application permission Device.Read.All and grant admin consent.");
        error.Message.ShouldContain("Insufficient privileges");
        error.IsTransient.ShouldBeFalse();
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_permission_that_managed_devices_lack()
    {
        Server.On(GraphServer.ManagedDevices, Answer.Error(403));

        var error = await Should.ThrowAsync<EtlException>(() => ReadManagedDevicesAsync());

        error.Message.ShouldEndWith("application permission DeviceManagementManagedDevices.Read.All and grant admin consent.");
    }

    [Fact]
    public async Task Does_not_follow_a_redirect_and_names_its_target()
    {
        Server.On(GraphServer.Devices, Answer.Redirect("https://evil.contoso.example/steal?x=1"));

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("302, a redirect to evil.contoso.example,");
        error.IsTransient.ShouldBeFalse();
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_follow_a_redirect_within_the_host_either()
    {
        Server.On(GraphServer.Devices, Answer.Redirect(GraphServer.ManagedDevices));

        await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        Server.Requests.ShouldHaveSingleItem().Path.ShouldBe(GraphServer.Devices);
    }

    [Fact]
    public async Task Says_that_no_token_could_be_had()
    {
        Options = Options with { Credential = GraphCredential.WorkloadIdentity, TenantId = "contoso.example", ClientId = "app" };

        var error = await Should.ThrowAsync<EtlException>(() => ReadDevicesAsync());

        error.Message.ShouldContain("no token for https://graph.microsoft.com/.default could be had");
        error.Message.ShouldContain("Graph:Credential");
        Server.Requests.ShouldBeEmpty();
    }
}
