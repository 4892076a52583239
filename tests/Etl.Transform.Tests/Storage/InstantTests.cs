using Etl.Transform.Storage;

namespace Etl.Transform.Tests.Storage;

public sealed class InstantTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Unknown_is_null_and_earlier_than_every_instant()
    {
        Instant.From(null).IsKnown.ShouldBeFalse();
        Instant.From(null).ToMilliseconds().ShouldBeNull();
        (Instant.From(null) < Instant.From(Noon)).ShouldBeTrue();
        Instant.Latest(default, Instant.From(Noon)).ShouldBe(Instant.From(Noon));
        Instant.Latest(Instant.From(Noon), default).ShouldBe(Instant.From(Noon));
        Instant.From(null).Or(Instant.From(Noon)).ShouldBe(Instant.From(Noon));
        Instant.From(Noon).Or(Instant.From(Noon.AddDays(1))).ShouldBe(Instant.From(Noon));
    }

    [Fact]
    public void It_leaves_as_UTC_cut_to_milliseconds()
    {
        var written = Instant.From(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(19_999)).ToMilliseconds();

        written.ShouldBe(Noon.AddMilliseconds(1));
        written!.Value.Offset.ShouldBe(TimeSpan.Zero);
    }
}
