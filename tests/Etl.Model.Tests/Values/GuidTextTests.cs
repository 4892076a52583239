using System.Text;
using CsCheck;
using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class GuidTextTests
{
    private static readonly Guid Known = new("a811a5be-cbb4-4f3c-9835-452e5cf30102");

    [Fact]
    public void Every_form_of_a_guid_reads_back_in_any_case_and_padding() =>
        Gen.Guid.Select(Gen.OneOf("N", "D", "B", "P", "csvde"), Gen.Bool, Gen.OneOf("", " ", "\t")).Sample((guid, form, upper, padding) =>
        {
            var text = form == "csvde" ? $"X'{Convert.ToHexString(guid.ToByteArray())}'" : guid.ToString(form);
            text = padding + (upper ? text.ToUpperInvariant() : text.ToLowerInvariant()) + padding;

            GuidText.OrNull(text).ShouldBe(guid == Guid.Empty ? null : guid, text);
        });

    [Fact]
    public void Any_text_is_a_guid_or_null_and_never_a_fault() =>
        Gen.String.Sample(text => GuidText.TryRead(text, out var value).ShouldBe(value != Guid.Empty));

    [Fact]
    public void The_usual_form_reads_from_bytes_and_tells_whether_it_is_in_lower_case() =>
        Gen.Guid.Select(Gen.Bool).Sample((guid, upper) =>
        {
            var text = upper ? guid.ToString("D").ToUpperInvariant() : guid.ToString("D");

            GuidText.TryReadUsual(Encoding.ASCII.GetBytes(text), out var read, out var isLowerCase).ShouldBeTrue(text);

            read.ShouldBe(guid);
            isLowerCase.ShouldBe(text == guid.ToString("D"), text);
        });

    [Fact]
    public void No_other_byte_anywhere_is_of_the_usual_form()
    {
        var text = Encoding.ASCII.GetBytes(Known.ToString("D"));
        for (var at = 0; at < text.Length; at++)
        {
            var (before, places) = (text[at], new List<int>());
            for (var b = 0; b < 256; b++)
            {
                text[at] = (byte)b;
                if (GuidText.TryReadUsual(text, out _, out _)) places.Add(b);
            }

            text[at] = before;
            places.ShouldBe(before == '-' ? ['-'] : "0123456789ABCDEFabcdef".Select(c => (int)c), $"at {at}");
        }

        GuidText.TryReadUsual(text.AsSpan(1), out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Csvde_writes_the_bytes_as_they_are_stored() =>
        GuidText.OrNull("X'bea511a8b4cb3c4f9835452e5cf30102'").ShouldBe(Known);

    [Theory]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("X'00000000000000000000000000000000'")]
    [InlineData("{a811a5be-cbb4-4f3c-9835-452e5cf30102)")]
    [InlineData("{a811a5becbb44f3c9835452e5cf30102}")]
    [InlineData("{0xa811a5be,0xcbb4,0x4f3c,{0x98,0x35,0x45,0x2e,0x5c,0xf3,0x01,0x02}}")]
    [InlineData("+811a5be-cbb4-4f3c-9835-452e5cf30102")]
    [InlineData("0x11a5be-cbb4-4f3c-9835-452e5cf30102")]
    [InlineData("a811a5be-cbb4-4f3c-9835-452e5cf3010")]
    [InlineData("a811a5be-cbb4-4f3c-9835-452e5cf3010g")]
    [InlineData("a811a5be-cbb4-4f3c-9835-452e5cf30102-")]
    [InlineData("X'bea511a8b4cb3c4f9835452e5cf3010'")]
    [InlineData("X'bea511a8b4cb3c4f9835452e5cf3010z'")]
    [InlineData("Y'bea511a8b4cb3c4f9835452e5cf30102'")]
    [InlineData("vqURqLTLPE+YNUUuXPMBAg==")]
    public void Anything_else_is_null(string text) => GuidText.OrNull(text).ShouldBeNull();
}
