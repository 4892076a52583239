using System.Text;
using System.Text.Json;
using Etl.Extract.Graph;

namespace Etl.Extract.Tests.Graph;

public sealed class JsonCursorTests
{
    private const string Unreadable = "no Unicode";

    private static readonly string[] Documents =
    [
        """{"id":"6c1f0c52-8a52-4a0c-9a0a-3d5a51c0a101","isManaged":true,"model":null,"physicalIds":["[HWID]:h:1",""],"n":-12.50e+3}""",
        """[{"a":[[],[1],{}],"b":{"c":{"d":false}}},"Bjørn's \"PC\" \u0041\ud83d\udcbb\n\/",0,1E9,-0.1,[null , "x" ]]""",
        " {\r\n\t\"displayName\" : \"a name of more than thirty-two bytes, and then of more than sixty-four\",\n \"v\\u0061lue\" : [ ] } ",
        """{"":{"":""},"ä":"ääääääääääääääääääääääääääää","long":"0123456789012345678901234567890123456789 \\ 0123456789 \" 0123456789"}""",
        """ "text alone" """, "12", "true", " null ", "[]", "{}",
    ];

    [Fact]
    public void It_takes_what_the_library_takes_and_reads_the_same() => Documents.ShouldAllBe(document => AreSame(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void Documents_with_anything_in_them_changed_are_taken_or_refused_as_the_library_does()
    {
        var random = new Random(20261129);
        var alphabet = "\"\\{}[]:,.-+eE019 \n\ttrufalsn\u0001ux/é"u8.ToArray();
        var taken = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Documents[random.Next(Documents.Length)]).ToList();
            for (var change = random.Next(3); change >= 0 && bytes.Count > 0; change--) Change(bytes, random, alphabet);

            var document = bytes.ToArray();
            AreSame(document).ShouldBeTrue(Encoding.Latin1.GetString(document));
            if (Library(document) is not null) taken++;
        }

        // Neither all nor none: both ways have been walked often.
        taken.ShouldBeInRange(4_000, 36_000);
    }

    [Fact]
    public void A_document_cut_anywhere_is_refused()
    {
        foreach (var document in Documents.Where(document => document[0] is '{' or '['))
            for (var length = 0; length < Encoding.UTF8.GetByteCount(document); length++)
                Cursor(Encoding.UTF8.GetBytes(document).AsSpan(0, length)).ShouldBeNull($"{length} bytes of {document}");
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Cursor(Encoding.ASCII.GetBytes(new string('[', 100_000))).ShouldBeNull();

    private static void Change(List<byte> bytes, Random random, byte[] alphabet)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(3))
        {
            case 0: bytes.RemoveAt(at); break;
            case 1: bytes.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
            default: bytes[at] = alphabet[random.Next(alphabet.Length)]; break;
        }
    }

    // With room behind it too, where texts are looked through in blocks up to the last.
    private static bool AreSame(byte[] document) =>
        Library(document) is var expected && Same(Cursor(document), expected)
        && Same(Cursor([.. document, .. Enumerable.Repeat((byte)' ', 64)]), expected);

    private static bool Same(List<string>? found, List<string>? expected) =>
        found is null ? expected is null : expected is not null && found.SequenceEqual(expected, StringComparer.Ordinal);

    /// <summary>What stands in the document, as <see cref="Utf8JsonReader"/> tells it; null where it refuses.</summary>
    private static List<string>? Library(ReadOnlySpan<byte> document)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(document);
        try
        {
            while (reader.Read())
                found.Add(reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    ? Text(ref reader)
                    : Encoding.UTF8.GetString(reader.ValueSpan));
            return found;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return "text " + reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private static List<string>? Cursor(ReadOnlySpan<byte> document)
    {
        var found = new List<string>();
        try
        {
            var cursor = new JsonCursor(document);
            Walk(ref cursor, document, found);
            cursor.TakeEnd();
            return found;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Walk(ref JsonCursor cursor, ReadOnlySpan<byte> document, List<string> found)
    {
        var next = cursor.Peek();
        switch (next)
        {
            case (byte)'[' when found.Count < 1_000:
                found.Add("[");
                for (var more = cursor.TryEnterArray(); more; more = cursor.TryNextItem()) Walk(ref cursor, document, found);
                found.Add("]");
                break;
            case (byte)'{':
                found.Add("{");
                for (var more = cursor.TryEnterObject(); more; more = cursor.TryNextMember())
                {
                    found.Add(Text(cursor.TakeName()));
                    Walk(ref cursor, document, found);
                }

                found.Add("}");
                break;
            case (byte)'"' when found.Count % 2 == 0 && cursor.TryTakeShortText(out var word):
                found.Add("text " + Encoding.ASCII.GetString(Enumerable.Range(0, 32).Select(at => word[at]).TakeWhile(b => b != 0).ToArray()));
                break;
            case (byte)'"' when cursor.TryTakePlainText(out var plain):
                found.Add("text " + Encoding.ASCII.GetString(plain));
                break;
            case (byte)'"':
                found.Add(Text(cursor.TakeText()));
                break;
            default:
                var start = cursor.Position;
                cursor.Skip();
                found.Add(Encoding.UTF8.GetString(document[start..cursor.Position]));
                break;
        }
    }

    private static string Text(JsonText text) => text.TryRead(out var read) ? "text " + read : Unreadable;
}
