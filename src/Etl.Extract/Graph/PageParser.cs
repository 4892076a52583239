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
            var where = e.LineNumber is { } line ? $" at line {line + 1}, byte {e.BytePositionInLine}" : "";
            throw Unusable($"the body of {json.Length} bytes is not valid JSON{where}", e);
        }
    }

    private GraphPage<T> ParsePage(ReadOnlySpan<byte> json, int number)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Unusable("the body is JSON but no object");
        GraphPage<T>? page = null;
        string? nextLink = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("value"u8)) page = ParseItems(ref reader, json, number);
            else if (reader.ValueTextEquals("@odata.nextLink"u8)) nextLink = ParseNextLink(ref reader);
            else reader.Skip();
        }

        // To the end, so that anything behind the object is noticed.
        while (reader.Read()) { }
        if (page is not null) return page with { NextLink = nextLink };
        var error = mask(ServiceError.Read(json)).TrimEnd('.');
        throw Unusable(error.Length > 0 ? $"the answer was 200 with an error in it ({error})" : "the body has no 'value' array");
    }

    private GraphPage<T> ParseItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int number)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) throw Unusable("'value' is no array");
        var page = new GraphPage<T>([], [], null);
        for (var item = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
        {
            var start = (int)reader.TokenStartIndex;
            var record = ParseItem(ref reader, out var field, out var reason);
            if (record is not null) page.Records.Add(record);
            else page.Rejected.Add(Reject($"page {number} item {item}", field, reason, json[start..(int)reader.BytesConsumed]));
        }

        return page;
    }

    private T? ParseItem(ref Utf8JsonReader reader, out string? field, out string? reason)
    {
        records.Begin();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            field = null;
            reason = "The item is no JSON object.";
            reader.Skip();
            return null;
        }

        _order.Begin();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = _order.Find(ref reader);
            reader.Read();
            if (property >= 0) records.Read(property, ref reader);
            else reader.Skip();
        }

        return records.End(out field, out reason);
    }

    private RejectedRow Reject(string position, string? field, string? reason, ReadOnlySpan<byte> raw)
    {
        if (records.Id is { } id) position += ", id " + id;
        return new RejectedRow(source, position, field, reason!, Encoding.UTF8.GetString(raw));
    }

    private static string? ParseNextLink(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.String && Uri.TryCreate(reader.GetString(), UriKind.Absolute, out _)
            ? reader.GetString()
            : throw Unusable("its @odata.nextLink is no address");
    }

    private static GraphFault Unusable(string message, Exception? inner = null) => new(message, inner) { IsTransient = true };
}
