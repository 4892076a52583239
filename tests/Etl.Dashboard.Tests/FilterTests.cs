using Etl.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace Etl.Dashboard.Tests;

/// <summary>A view is its address: it can be sent as a link, and going on from it changes the address.</summary>
public sealed class FilterTests(DashboardSite site)
{
    [Fact]
    public async Task A_link_shows_the_view_that_was_sent()
    {
        await using var tab = await site.OpenAsync();
        var devices = site.Devices();

        await tab.GoAsync("/devices?join=EntraJoined&platform=Windows&ownership=Company&state=Enrolled");

        var expected = devices.Count(device => device["join_type"] == "EntraJoined" && device["platform"] == "Windows"
            && device["ownership"] == "Company" && device["enrollment_state"] == "Enrolled");
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldStartWith($"{expected} devices");
        (await tab.Page.GetByLabel("Join type").InputValueAsync()).ShouldBe("EntraJoined");
        (await tab.Page.GetByLabel("Platform").InputValueAsync()).ShouldBe("Windows");
        (await tab.Page.GetByLabel("Ownership").InputValueAsync()).ShouldBe("Company");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_changed_filter_stands_in_the_address_and_survives_the_way_to_other_pages_and_back()
    {
        await using var tab = await site.OpenAsync();
        var devices = site.Devices();
        var windows = devices.Count(device => device["platform"] == "Windows");
        await tab.GoAsync("/matrix");
        var before = await tab.RowsAsync();

        await tab.Page.GetByLabel("Platform").SelectOptionAsync("Windows");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }));
        tab.Address.ShouldBe("/matrix?tenant=contoso&platform=Windows");
        var shown = await tab.RowsAsync();
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Devices", Exact = true }));
        tab.Address.ShouldBe("/devices?tenant=contoso&platform=Windows");
        var listed = await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync();
        await tab.Page.GoBackAsync();
        await tab.Page.GoBackAsync();

        shown.ShouldNotBe(before);
        listed.ShouldStartWith($"{windows} devices");
        tab.Address.ShouldBe("/matrix");
        (await tab.RowsAsync()).ShouldBe(before);
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task A_number_of_the_matrix_leads_to_as_many_devices()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/matrix?date=2026-11-01");
        var number = tab.Page.Locator("td a").First;
        var devices = await number.InnerTextAsync();

        await tab.FollowAsync(number);

        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldStartWith($"{devices} devices");
        tab.Address.ShouldContain("date=2026-11-01");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Another_tenant_is_chosen_as_another_filter_is()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync("/devices");
        var devices = site.Devices(DashboardSite.OtherTenant);

        await tab.Page.GetByLabel("Tenant").SelectOptionAsync(DashboardSite.OtherTenant);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }));

        tab.Address.ShouldBe($"/devices?tenant={DashboardSite.OtherTenant}");
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe($"{devices.Count} devices");
        tab.ShouldHaveNoComplaint();
    }

    [Fact]
    public async Task Clear_keeps_the_tenant()
    {
        await using var tab = await site.OpenAsync();
        await tab.GoAsync($"/devices?tenant={DashboardSite.OtherTenant}&platform=Windows&state=Enrolled");

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Clear" }));

        tab.Address.ShouldBe($"/devices?tenant={DashboardSite.OtherTenant}");
        tab.ShouldHaveNoComplaint();
    }
}
