using System.Text;
using System.Text.Json;
using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>
/// Reads a page by hand: the typed models of the SDK cost 24 times the CPU and drop enum members that they do not know.
/// </summary>
/// <param name="mask">Takes the token out of what the service wrote.</param>
internal sealed class PageParser<T>(
    SourceKind source, SelectedProperties properties, IRecordParser<T> records, Func<string, string> mask)
    where T : class
{
    private readonly PropertyOrder _order = new(properties);

    /// <summary>
    /// Reads a whole page, or throws a transient <see cref="GraphFault"/> where it is none: invalid JSON, an error in its place, no
    /// <c>value</c>.
    /// </summary>
    public GraphPage<T> Parse(ReadOnlySpan<byte> json, int number)
    {
        records.Fields.Forget();
        try
        {
            return ParsePage(json, number);
        }
        catch (JsonException e)
        {
            throw Unusable($"the body of {json.Length} bytes is not valid JSON at byte {e.BytePositionInLine}", e);
        }
    }

    private GraphPage<T> ParsePage(ReadOnlySpan<byte> json, int number)
    {
        var cursor = new JsonCursor(json);
        if (cursor.Peek() != '{')
        {
            cursor.Skip();
            throw Unusable("the body is JSON but no object");
        }

        GraphPage<T>? page = null;
        string? nextLink = null;
        for (var more = cursor.TryEnterObject(); more; more = cursor.TryNextMember())
        {
            var name = cursor.TakeName();
            if (name.Equals("value"u8)) page = ParseItems(ref cursor, json, number);
            else if (name.Equals("@odata.nextLink"u8)) nextLink = ParseNextLink(ref cursor);
            else cursor.Skip();
        }

        cursor.TakeEnd();
        if (page is not null) return page with { NextLink = nextLink };
        var error = mask(ServiceError.Read(json)).TrimEnd('.');
        throw Unusable(error.Length > 0 ? $"the answer was 200 with an error in it ({error})" : "the body has no 'value' array");
    }

    private GraphPage<T> ParseItems(ref JsonCursor cursor, ReadOnlySpan<byte> json, int number)
    {
        if (cursor.Peek() != '[') throw Unusable("'value' is no array");
        var page = new GraphPage<T>([], [], null);
        var item = 0;
        for (var more = cursor.TryEnterArray(); more; more = cursor.TryNextItem())
        {
            item++;
            cursor.Peek();
            var start = cursor.Position;
            var record = ParseItem(ref cursor, out var field, out var reason);
            if (record is not null) page.Records.Add(record);
            else page.Rejected.Add(Reject($"page {number} item {item}", field, reason, json[start..cursor.Position]));
        }

        return page;
    }

    private T? ParseItem(ref JsonCursor cursor, out string? field, out string? reason)
    {
        records.Begin();
        if (cursor.Peek() != '{')
        {
            field = null;
            reason = "The item is no JSON object.";
            cursor.Skip();
            return null;
        }

        _order.Begin();
        for (var more = cursor.TryEnterObject(); more; more = cursor.TryNextMember())
        {
            var property = _order.Take(ref cursor);
            if (property >= 0) records.Read(property, ref cursor);
            else cursor.Skip();
        }

        return records.End(out field, out reason);
    }

    private RejectedRow Reject(string position, string? field, string? reason, ReadOnlySpan<byte> raw)
    {
        if (records.Id is { } id) position += ", id " + id;
        return new RejectedRow(source, position, field, reason!, Encoding.UTF8.GetString(raw));
    }

    private static string? ParseNextLink(ref JsonCursor cursor)
    {
        if (cursor.TryTakeWord("null"u8)) return null;
        return cursor.Peek() == '"' && cursor.TakeText().TryRead(out var link) && Uri.TryCreate(link, UriKind.Absolute, out _)
            ? link
            : throw Unusable("its @odata.nextLink is no address");
    }

    private static GraphFault Unusable(string message, Exception? inner = null) => new(message, inner) { IsTransient = true };
}
