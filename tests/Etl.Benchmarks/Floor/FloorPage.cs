using System.Text.Json.Serialization;

namespace Etl.Benchmarks.Floor;

internal sealed class FloorPage<T>
{
    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }

    public T[] Value { get; set; } = [];
}
