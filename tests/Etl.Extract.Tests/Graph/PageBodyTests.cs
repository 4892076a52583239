using System.IO.Compression;
using System.Text;
using Etl.Extract.Graph;

namespace Etl.Extract.Tests.Graph;

public sealed class PageBodyTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(n => $"{{\"id\":\"{n * n * n}\"}}")));

    [Fact]
    public async Task It_decompresses_what_the_library_does_whatever_was_damaged()
    {
        var random = new Random(20261130);
        var whole = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var wire = Wire(random);

            var found = await PlainAsync(wire);

            var expected = Library(wire);
            AreSame(found, expected).ShouldBeTrue($"round {round}");
            if (expected is not null) whole++;
        }

        whole.ShouldBeInRange(200, 1_800);
    }

    [Fact]
    public async Task A_page_larger_than_what_is_decompressed_at_once_comes_whole()
    {
        var page = Enumerable.Range(0, 5_000_000).Select(n => (byte)(n % 251 ^ n >> 12)).ToArray();

        var found = await PlainAsync(Answer.Compress(page));

        AreSame(found, page).ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_decompresses_to_more_than_any_page_is_refused()
    {
        using var zeros = new MemoryStream();
        using (var gzip = new GZipStream(zeros, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var length = 0; length <= PageBuffer.MaxLength; length += block.Length) gzip.Write(block);
        }

        var found = await PlainAsync(zeros.ToArray());

        AreSame(found, null).ShouldBeTrue();
    }

    // Bytes by the million in a message would take longer than everything else.
    private static bool AreSame(byte[]? found, byte[]? expected) =>
        found is null ? expected is null : expected is not null && found.AsSpan().SequenceEqual(expected);

    /// <summary>A compressed page: as it is, in two members, with something behind it, cut, or with a byte changed.</summary>
    private static byte[] Wire(Random random)
    {
        var page = Page.AsSpan(0, random.Next(Page.Length));
        var wire = Answer.Compress(page);
        switch (random.Next(6))
        {
            case 0: return [.. wire, .. Answer.Compress(Page.AsSpan(page.Length))];
            case 1: return [.. wire, .. new byte[random.Next(20)]];
            case 2: return [.. wire, .. Answer.Compress(Page)[..random.Next(30)]];
            case 3: return wire[..random.Next(3, wire.Length)];
            case 4:
                wire[random.Next(2, wire.Length)] ^= (byte)(1 << random.Next(8));
                return wire;
            default: return wire;
        }
    }

    private static async Task<byte[]?> PlainAsync(byte[] wire)
    {
        using var body = new PageBody();
        try
        {
            await body.ReadAsync(new MemoryStream(wire), TestContext.Current.CancellationToken);
            return body.Json.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What the library reads, piece by piece; null where it refuses.</summary>
    private static byte[]? Library(byte[] wire)
    {
        using var gzip = new GZipStream(new MemoryStream(wire), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            var piece = new byte[1_000];
            for (var read = gzip.Read(piece); read > 0; read = gzip.Read(piece)) plain.Write(piece, 0, read);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
