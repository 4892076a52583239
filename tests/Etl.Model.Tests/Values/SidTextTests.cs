using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CsCheck;
using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class SidTextTests
{
    private const string Known = "S-1-5-21-41432690-3719764436-1984117282-11302";

    [Fact]
    public void Text_and_bytes_of_one_sid_are_one_text() =>
        Gen.Select(Gen.Long[0, (1L << 48) - 1], Gen.UInt.Array[0, 15]).Sample((authority, parts) =>
        {
            var numbers = parts.Select(part => (long)part).Prepend(authority);
            var text = "S-1-" + string.Join('-', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

            SidText.OrNull($" {text.ToLowerInvariant()} ").ShouldBe(text);
            SidText.IsUsual(Encoding.UTF8.GetBytes(text)).ShouldBe(authority <= uint.MaxValue, text);
            SidText.OrNull($"X'{Convert.ToHexString(Bytes(authority, parts))}'").ShouldBe(text);
        });

    [Fact]
    public void Any_text_is_a_sid_or_null_and_never_a_fault() =>
        Gen.Select(Gen.OneOf("", "S-1-", "X'", "S-1-5-"), Gen.String).Sample((start, rest) =>
        {
            (SidText.OrNull(start + rest)?.StartsWith("S-1-", StringComparison.Ordinal) ?? true).ShouldBeTrue();
            if (SidText.IsUsual(Encoding.UTF8.GetBytes(start + rest))) SidText.OrNull(start + rest).ShouldBe(start + rest);
        });

    [Fact]
    public void Csvde_writes_the_bytes_as_they_are_stored() =>
        SidText.OrNull("X'01050000000000051500000072367802d419b7dd223a4376262c0000'").ShouldBe(Known);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("S-1-")]
    [InlineData("S-1-5-")]
    [InlineData("S-1-5--21")]
    [InlineData("S-1-5-21-x")]
    [InlineData("S-1-5-21 ,")]
    [InlineData("S-2-5-21")]
    [InlineData("S-1-5-4294967296")]
    [InlineData("S-1-281474976710656-1")]
    [InlineData("S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16")]
    [InlineData("X'010500000000000515000000'")]
    [InlineData("X'0205000000000005150000007236780214b7dd22'")]
    [InlineData("X'0105'")]
    public void Anything_else_is_null(string? text)
    {
        SidText.OrNull(text).ShouldBeNull();
        SidText.IsUsual(Encoding.UTF8.GetBytes(text ?? "")).ShouldBeFalse();
    }

    private static byte[] Bytes(long authority, uint[] parts)
    {
        var bytes = new byte[8 + 4 * parts.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, authority);
        (bytes[0], bytes[1]) = (1, (byte)parts.Length);
        for (var part = 0; part < parts.Length; part++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + 4 * part), parts[part]);
        return bytes;
    }
}
