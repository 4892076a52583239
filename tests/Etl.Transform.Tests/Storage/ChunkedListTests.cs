using Etl.Transform.Storage;

namespace Etl.Transform.Tests.Storage;

public sealed class ChunkedListTests
{
    private const int ChunkSize = 1 << 13;

    [Theory]
    [InlineData(0)]
    [InlineData(ChunkSize - 1)]
    [InlineData(ChunkSize)]
    [InlineData(ChunkSize + 1)]
    [InlineData(3 * ChunkSize + 5)]
    public void Items_stay_where_they_were_put(int count)
    {
        var list = new ChunkedList<int>();

        for (var i = 0; i < count; i++) list.Add(i * 7);

        list.Count.ShouldBe(count);
        for (var i = 0; i < count; i++) list[i].ShouldBe(i * 7);
    }

    [Fact]
    public void An_item_is_changed_in_place_and_stays_there_while_the_list_grows()
    {
        var list = new ChunkedList<int>();
        for (var i = 0; i < ChunkSize; i++) list.Add(0);
        ref var last = ref list[ChunkSize - 1];

        list.Add(2);
        last = 1;

        (list[ChunkSize - 1], list[ChunkSize]).ShouldBe((1, 2));
    }
}
