using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace Etl.Benchmarks.Floor;

/// <summary>The AD export by CsvHelper's spans, for exactly the file that the simulator writes.</summary>
internal static class FloorDirectory
{
    public static IEnumerable<FloorComputer> Read(string path)
    {
        using var csv = CsvReader.Create(File.OpenRead(path), new CsvReaderOptions { HasHeader = true, PoolStrings = true });
        while (csv.Read())
        {
            // A line of fewer fields is one that broke off: the simulator has a few.
            if (csv.FieldCount < 15 || !Utf8Parser.TryParse(csv.GetSpan(6), out Guid objectGuid, out _)) continue;
            yield return new FloorComputer
            {
                ObjectGuid = objectGuid,
                DistinguishedName = Encoding.UTF8.GetString(csv.GetSpan(0)),
                IsEnabled = csv.GetSpan(2).SequenceEqual("True"u8),
                LastLogon = Date(csv.GetSpan(3)),
                Name = Encoding.UTF8.GetString(csv.GetSpan(4)),
                OperatingSystem = csv.GetString(7),
                OperatingSystemVersion = csv.GetString(8),
                PasswordLastSet = Date(csv.GetSpan(9)),
                Sid = Encoding.UTF8.GetString(csv.GetSpan(11)),
                UserAccountControl = Utf8Parser.TryParse(csv.GetSpan(12), out int bits, out _) ? bits : 0,
                WhenCreated = Date(csv.GetSpan(13)),
                HasUserCertificate = csv.GetSpan(14).SequenceEqual("True"u8),
            };
        }
    }

    private static DateTimeOffset? Date(ReadOnlySpan<byte> text)
    {
        Span<char> chars = stackalloc char[64];
        return text.IsEmpty || text.Length > chars.Length
            ? null
            : DateTimeOffset.TryParseExact(
                chars[..Encoding.UTF8.GetChars(text, chars)], "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
