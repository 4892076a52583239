using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Etl.Model.Values;

namespace Etl.Cli.Output;

/// <summary>Results for programs: indented, camel case, codes as text, instants in UTC.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ShareConverter() },
    };

    public static void Write<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Options));

    // What is a decimal is a share: of four places, as exported files have them.
    private sealed class ShareConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(Share.Rounded(value));
    }
}
