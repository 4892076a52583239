namespace Etl.Transform.Storage;

/// <summary>
/// A list of structs that grows by chunks: no array is ever copied to a larger one, so that a million rows cost their own size and
/// not, while they grow, three times that.
/// </summary>
internal sealed class ChunkedList<T> where T : struct
{
    private const int ChunkBits = 13;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    public void Add(in T item)
    {
        if (Count >> ChunkBits == _chunks.Count) _chunks.Add(new T[ChunkSize]);
        this[Count++] = item;
    }

    public void Clear()
    {
        _chunks.Clear();
        Count = 0;
    }
}
