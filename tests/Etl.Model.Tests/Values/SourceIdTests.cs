using CsCheck;
using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class SourceIdTests
{
    private static readonly string[] Texts =
    [
        "6c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101", "6C1F0C52-8A52-4A0C-9A0A-3D5A51C0A101", "6c1f0c528a524a0c9a0a3d5a51c0a101",
        "{6c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101}", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0x1f0c52-8a52-4a0c-9a0a-3d5a51c0a101", "+c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101",
        "80000000-0000-0000-0000-000000000000", "7fffffff-8000-7fff-0000-000000000000", "", " ", "e-1", "E-1", "6", "~", "é",
    ];

    [Fact]
    public void It_prints_as_it_came() => Texts.ShouldAllBe(text => new SourceId(text).ToString() == text);

    [Fact]
    public void An_id_of_a_GUID_is_that_of_its_text() => new SourceId(new Guid(Texts[0])).ShouldBe(new SourceId(Texts[0]));

    [Fact]
    public void Equality_and_order_are_those_of_the_text()
    {
        foreach (var x in Texts)
            foreach (var y in Texts)
                ShouldCompareAsText(x, y);
    }

    [Fact]
    public void The_order_of_GUIDs_is_that_of_their_text()
    {
        var random = new PCG(1, 1);
        for (var i = 0; i < 2000; i++)
        {
            var (x, y) = Gen.Select(Gen.Guid, Gen.Guid).Generate(random, null, out _);
            ShouldCompareAsText(x.ToString("D"), y.ToString("D"));
        }
    }

    private static void ShouldCompareAsText(string x, string y)
    {
        Math.Sign(new SourceId(x).CompareTo(new SourceId(y))).ShouldBe(Math.Sign(string.CompareOrdinal(x, y)), $"{x} and {y}");
        new SourceId(x).Equals(new SourceId(y)).ShouldBe(string.Equals(x, y, StringComparison.Ordinal));
        if (x == y) new SourceId(x).GetHashCode().ShouldBe(new SourceId(y).GetHashCode());
    }
}
