using System.Runtime.Intrinsics;
using System.Text;
using Etl.Extract.Graph;

namespace Etl.Extract.Tests.Graph;

public sealed class TextCacheTests
{
    [Fact]
    public void Each_text_comes_back_as_itself_however_many_take_turns_at_a_place()
    {
        var random = new Random(20261130);
        var cache = new TextCache();
        for (var round = 0; round < 50_000; round++)
        {
            // Of two letters, so that short ones come again and long ones differ in little.
            var text = string.Concat(Enumerable.Range(0, random.Next(32)).Select(_ => (char)random.Next('A', 'C')));

            Share(cache, text).ShouldBe(text.Length == 0 ? null : text);
        }
    }

    [Fact]
    public void White_space_around_makes_no_other_string()
    {
        var cache = new TextCache();

        var text = Share(cache, "Latitude 5440");

        text.ShouldBe("Latitude 5440");
        Share(cache, "Latitude 5440").ShouldBeSameAs(text);
        Share(cache, " Latitude 5440  ").ShouldBeSameAs(text);
        cache.Share("Latitude 5440"u8).ShouldBeSameAs(text);
        Share(cache, "   ").ShouldBeNull();
    }

    private static string? Share(TextCache cache, string text) =>
        cache.Share(Vector256.Create<byte>([.. Encoding.ASCII.GetBytes(text), .. new byte[32 - text.Length]]));
}
