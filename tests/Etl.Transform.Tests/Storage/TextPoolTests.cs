using Etl.Transform.Storage;

namespace Etl.Transform.Tests.Storage;

public sealed class TextPoolTests
{
    private const int ChunkSize = 1 << 20;

    [Theory]
    [InlineData("PC-1")]
    [InlineData("Åse's 電腦 💻")]
    [InlineData("a\0b")]
    [InlineData("ﬀ\u0301 İı")]
    public void A_text_is_read_as_it_was_added(string text)
    {
        var pool = new TextPool();
        pool.Add("before");

        pool.Read(pool.Add(text)).ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_is_null(string? text)
    {
        var reference = new TextPool().Add(text);

        reference.IsNull.ShouldBeTrue();
        new TextPool().Read(reference).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("電腦 💻")]
    [InlineData("longer than the buffer")]
    public void A_text_is_read_into_a_buffer_or_past_a_small_one(string text)
    {
        var pool = new TextPool();

        pool.Read(pool.Add(text), new char[16]).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(ChunkSize - 1)]
    [InlineData(ChunkSize)]
    [InlineData(ChunkSize + 1)]
    [InlineData(3 * ChunkSize)]
    public void Texts_around_the_size_of_a_chunk_leave_their_neighbours_alone(int length)
    {
        var pool = new TextPool();
        string[] texts = ["before", new string('x', length), "after", new string('y', length), "last"];

        var references = texts.Select(pool.Add).ToArray();

        references.Select(pool.Read).ShouldBe(texts);
    }

    [Fact]
    public void Many_texts_fill_chunk_after_chunk()
    {
        var pool = new TextPool();
        string[] texts = [.. Enumerable.Range(0, 5000).Select(i => $"{i}-" + new string((char)('a' + i % 26), 1 + i % 997))];

        var references = texts.Select(pool.Add).ToArray();

        references.Max(reference => reference.Chunk).ShouldBeGreaterThan(1);
        references.Select(pool.Read).ShouldBe(texts);
    }

    [Fact]
    public void A_text_that_no_reference_could_hold_is_refused()
    {
        var pool = new TextPool();

        pool.Read(pool.Add(new string('x', TextPool.LongestText)))!.Length.ShouldBe(TextPool.LongestText);
        Should.Throw<ArgumentException>(() => pool.Add(new string('x', TextPool.LongestText + 1))).Message.ShouldContain("16777216 bytes");
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("B", "a")]
    [InlineData(null, "a")]
    [InlineData("a", "é")]
    [InlineData("ab", "abc")]
    public void Texts_compare_by_ordinal(string? smaller, string? larger)
    {
        var pool = new TextPool();
        var (left, right) = (pool.Add(smaller), pool.Add(larger));

        pool.Compare(left, right).ShouldBeNegative();
        pool.Compare(right, left).ShouldBePositive();
        pool.Compare(left, left).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0xFFFFF, 0xFFFFF, 0xFFFFFF)]
    [InlineData(1, 0xFFFFF, 2)]
    [InlineData(0x80000, 0x80000, 0x800000)]
    public void A_reference_keeps_chunk_offset_and_length_apart(int chunk, int offset, int length)
    {
        var reference = new TextRef(chunk, offset, length);

        (reference.Chunk, reference.Offset, reference.Length, reference.IsNull).ShouldBe((chunk, offset, length, false));
    }
}
