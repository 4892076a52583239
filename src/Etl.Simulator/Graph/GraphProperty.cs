using System.Text.Json;

namespace Etl.Simulator.Graph;

/// <summary>A property of a Graph type and how its value is written.</summary>
internal sealed class GraphProperty<TRow>(string name, Action<Utf8JsonWriter, TRow> writeValue)
{
    private readonly JsonEncodedText _encoded = JsonEncodedText.Encode(name);

    public string Name => name;

    /// <summary>Shown only to those who name it in <c>$select</c>.</summary>
    public bool OnlyWhenSelected { get; init; }

    /// <summary>False leaves the property out of the item altogether.</summary>
    public Func<TRow, bool>? Exists { get; init; }

    public void Write(Utf8JsonWriter writer, TRow row)
    {
        if (Exists is not null && !Exists(row)) return;
        writer.WritePropertyName(_encoded);
        writeValue(writer, row);
    }
}
