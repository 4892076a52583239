using System.Text.Json.Serialization;

namespace Etl.Benchmarks.Floor;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FloorPage<FloorDevice>))]
[JsonSerializable(typeof(FloorPage<FloorManagedDevice>))]
internal sealed partial class FloorJson : JsonSerializerContext;
