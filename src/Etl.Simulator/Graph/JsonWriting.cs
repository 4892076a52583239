using System.Text.Json;

namespace Etl.Simulator.Graph;

internal static class JsonWriting
{
    public static void WriteInstant(this Utf8JsonWriter writer, DateTime? instant)
    {
        if (instant is { } value) writer.WriteStringValue(value);
        else writer.WriteNullValue();
    }

    public static void WriteTruth(this Utf8JsonWriter writer, bool? truth)
    {
        if (truth is { } value) writer.WriteBooleanValue(value);
        else writer.WriteNullValue();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string[] texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
