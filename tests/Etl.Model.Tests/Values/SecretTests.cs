using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class SecretTests
{
    [Fact]
    public void Shows_its_value_only_where_it_is_asked_for()
    {
        var secret = new Secret("p4ssw0rd");

        $"{secret}".ShouldNotContain("p4ss");
        secret.Reveal().ShouldBe("p4ssw0rd");
    }
}
