using System.Globalization;
using CsCheck;
using Etl.Model.Values;

namespace Etl.Model.Tests.Values;

public sealed class InstantTextTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly Gen<DateTime> Instants = Gen.Long[new DateTime(1990, 1, 2).Ticks, new DateTime(9998, 12, 30).Ticks]
        .Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    [Fact]
    public void Iso_reads_back_with_any_offset_and_fraction() =>
        Gen.Select(Instants, Gen.Int[-14 * 60, 14 * 60], Gen.OneOf("o", "yyyy-MM-dd HH:mm:ss.fffffffzzz", "yyyy-MM-ddTHH:mm:ss.fffffffzzz"))
            .Sample((instant, minutes, format) =>
            {
                var written = new DateTimeOffset(instant).ToOffset(TimeSpan.FromMinutes(minutes));

                InstantText.TryReadIso(written.ToString(format, CultureInfo.InvariantCulture), Berlin, out var read).ShouldBeTrue();

                read.ShouldBe(written);
                read!.Value.Offset.ShouldBe(TimeSpan.Zero);
            });

    [Fact]
    public void File_time_reads_back() =>
        Instants.Sample(instant =>
        {
            InstantText.TryReadFileTime(instant.ToFileTimeUtc().ToString(CultureInfo.InvariantCulture), out var read).ShouldBeTrue();

            read.ShouldBe(new DateTimeOffset(instant));
        });

    [Fact]
    public void Generalized_time_reads_back() =>
        Instants.Sample(instant =>
        {
            var text = instant.ToString("yyyyMMddHHmmss'.'fffffff'Z'", CultureInfo.InvariantCulture);

            InstantText.TryReadGeneralizedTime(text, out var read).ShouldBeTrue();

            read.ShouldBe(new DateTimeOffset(instant));
        });

    [Fact]
    public void Any_text_is_an_instant_or_not_and_never_a_fault() =>
        Gen.Select(
            Gen.OneOf("", "2026-11-16", "2026-11-16T08:12:44", "20261116", "1", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"),
            Gen.Char["0123456789.,:-+TZ /"].Array[0, 12]).Sample((start, rest) =>
        {
            var text = start + new string(rest);
            if (!InstantText.TryReadIso(text, Berlin, out var iso)) iso.ShouldBeNull();
            if (!InstantText.TryReadFileTime(text, out var fileTime)) fileTime.ShouldBeNull();
            if (!InstantText.TryReadGeneralizedTime(text, out var generalized)) generalized.ShouldBeNull();
        });

    [Theory]
    [InlineData("2026-11-16", "2026-11-15T23:00:00")]
    [InlineData("2026-11-16T08:12", "2026-11-16T07:12:00")]
    [InlineData("2026-11-16t08:12z", "2026-11-16T08:12:00")]
    [InlineData(" 2026-11-16T08:12:44,5Z ", "2026-11-16T08:12:44.5")]
    [InlineData("2026-11-16T08:12:44.123456789Z", "2026-11-16T08:12:44.1234567")]
    [InlineData("2026-11-16T08:12:44+0100", "2026-11-16T07:12:44")]
    [InlineData("2026-11-16T08:12:44-05", "2026-11-16T13:12:44")]
    [InlineData("20261116", "2026-11-15T23:00:00")]
    [InlineData("20261116T0812Z", "2026-11-16T08:12:00")]
    [InlineData("20261116T081244Z", "2026-11-16T08:12:44")]
    [InlineData("20261116T081244.5+0100", "2026-11-16T07:12:44.5")]
    [InlineData("2026-07-16T08:12:44", "2026-07-16T06:12:44")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T01:30:00")]
    public void Iso_in_its_shorter_forms(string text, string expected)
    {
        InstantText.TryReadIso(text, Berlin, out var read).ShouldBeTrue();

        read.ShouldBe(Utc(expected));
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-11-16T24:00:00Z")]
    [InlineData("2026-11-16T08:60:00Z")]
    [InlineData("2026-11-16T08:12:44.Z")]
    [InlineData("2026-11-16T08:12:44+15:00")]
    [InlineData("2026-11-16T08:12:44 Berlin")]
    [InlineData("2026-11-16T")]
    [InlineData("2026-11-16T08")]
    [InlineData("2026-1116")]
    [InlineData("202611-16")]
    [InlineData("20261116 081244Z")]
    [InlineData("20261116T08:12:44Z")]
    [InlineData("2026-11-16T081244Z")]
    [InlineData("20261116081244")]
    [InlineData("2026-1-16")]
    [InlineData("16.11.2026")]
    [InlineData("")]
    public void What_is_no_iso_is_not_read(string text) => InstantText.TryReadIso(text, Berlin, out _).ShouldBeFalse();

    [Theory]
    [InlineData("20240115083000.0Z", "2024-01-15T08:30:00")]
    [InlineData("20240115083000Z", "2024-01-15T08:30:00")]
    [InlineData("202401150830Z", "2024-01-15T08:30:00")]
    [InlineData("20240115083000.25Z", "2024-01-15T08:30:00.25")]
    [InlineData("20240115083000.0+0130", "2024-01-15T07:00:00")]
    public void Generalized_time_in_its_forms(string text, string expected)
    {
        InstantText.TryReadGeneralizedTime(text, out var read).ShouldBeTrue();

        read.ShouldBe(Utc(expected));
    }

    [Theory]
    [InlineData("20240115083000")]
    [InlineData("20240115083000.0")]
    [InlineData("20241315083000.0Z")]
    [InlineData("2024011508Z")]
    [InlineData("133497342000000000")]
    public void What_is_no_generalized_time_is_not_read(string text) => InstantText.TryReadGeneralizedTime(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("1601-01-01T00:00:00Z")]
    [InlineData("1989-12-31T23:59:59.9999999Z")]
    [InlineData("9999-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void Iso_sentinels_are_read_as_null(string text)
    {
        InstantText.TryReadIso(text, TimeZoneInfo.Utc, out var read).ShouldBeTrue();

        read.ShouldBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    [InlineData("1000000000")]
    [InlineData("2650467743999999999")]
    public void File_time_sentinels_are_read_as_null(string text)
    {
        InstantText.TryReadFileTime(text, out var read).ShouldBeTrue();

        read.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("20261116")]
    [InlineData("-1")]
    [InlineData("9223372036854775806")]
    [InlineData("92233720368547758070")]
    [InlineData("134239488000000000.0")]
    public void What_is_no_file_time_is_not_read(string text) => InstantText.TryReadFileTime(text, out _).ShouldBeFalse();

    [Fact]
    public void The_edges_of_time_are_null() =>
        new[] { DateTime.MinValue, DateTime.MaxValue }.ShouldAllBe(edge => InstantText.FromLocal(edge, Berlin) == null);

    [Fact]
    public void The_first_instant_that_means_something_is_kept() =>
        InstantText.WithoutSentinels(Utc("1990-01-01T00:00:00")).ShouldBe(Utc("1990-01-01T00:00:00"));

    [Fact]
    public void The_last_instant_that_means_something_is_kept()
    {
        InstantText.WithoutSentinels(Utc("9998-12-31T23:59:59.9999999")).ShouldBe(Utc("9998-12-31T23:59:59.9999999"));
        InstantText.WithoutSentinels(Utc("9999-01-01T00:00:00")).ShouldBeNull();
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
