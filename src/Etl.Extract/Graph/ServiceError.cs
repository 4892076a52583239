using System.Text;
using System.Text.Json;

namespace Etl.Extract.Graph;

/// <summary>The text of an OData error: <c>{"error": {"code": "..", "message": ".."}}</c>.</summary>
internal static class ServiceError
{
    /// <summary>Code and message in one line; empty where the body holds none.</summary>
    public static string Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error)
                ? Read(error)
                : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Read(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object) return OneLine(error.ToString());
        var parts = new[] { Text(error, "code"), Text(error, "message") };
        return OneLine(string.Join(": ", parts.Where(part => part.Length > 0)));
    }

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text) line.Append(char.IsControl(c) ? ' ' : c);
        return line.ToString().Trim();
    }
}
