using Etl.Model.Sources;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Tests;

/// <summary><c>Privacy:PrimaryUser</c>, in what is published and in what is rejected.</summary>
public sealed class PrimaryUserFilterTests
{
    private const string User = "Ada.Example@contoso.example";

    private static readonly RejectedRow Rejected = new(
        SourceKind.Intune, "page 1 item 1", "id", "The managed device has no id.",
        $$"""{"id":null,"userPrincipalName":"{{User}}","emailAddress":"{{User}}","deviceName":"PC-é","model":null}""");

    [Fact]
    public void A_kept_user_is_kept_in_both()
    {
        var filter = Filter(PrimaryUserPrivacy.Keep);

        filter.Apply(new ManagedDevice { Id = "1", UserPrincipalName = User }).UserPrincipalName.ShouldBe(User);
        filter.Apply(Rejected).ShouldBe(Rejected);
    }

    [Fact]
    public void A_hash_is_the_same_however_the_name_is_written()
    {
        var filter = Filter(PrimaryUserPrivacy.Hash);

        var hash = filter.Apply(new ManagedDevice { Id = "1", UserPrincipalName = User }).UserPrincipalName!;

        hash.Length.ShouldBe(64);
        filter.Apply(new ManagedDevice { Id = "2", UserPrincipalName = User.ToUpperInvariant() }).UserPrincipalName.ShouldBe(hash);
    }

    [Theory]
    [InlineData(PrimaryUserPrivacy.Hash)]
    [InlineData(PrimaryUserPrivacy.Drop)]
    public void A_rejected_record_is_kept_without_what_it_tells_of_people(PrimaryUserPrivacy mode) =>
        Filter(mode).Apply(Rejected).ShouldBe(Rejected with { Raw = """{"id":null,"deviceName":"PC-é","model":null}""" });

    [Theory]
    [InlineData("\"ada.example@contoso.example\"")]
    [InlineData("""{"deviceName":"PC-1","userPrincipalName":"ada.exam""")]
    public void What_cannot_be_looked_through_is_not_kept(string raw) =>
        Filter(PrimaryUserPrivacy.Drop).Apply(Rejected with { Raw = raw }).Raw.ShouldBeNull();

    [Fact]
    public void Records_of_other_sources_have_no_user()
    {
        var computer = new RejectedRow(SourceKind.ActiveDirectory, "ad.csv line 2", "ObjectGUID", "It is no GUID.", "PC-1,x");

        Filter(PrimaryUserPrivacy.Drop).Apply(computer).ShouldBe(computer);
    }

    private static PrimaryUserFilter Filter(PrimaryUserPrivacy mode) => new(new PrivacyOptions { PrimaryUser = mode, HashKey = new Secret("key") });
}
