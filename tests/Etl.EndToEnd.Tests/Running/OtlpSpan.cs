namespace Etl.EndToEnd.Tests.Running;

/// <summary>A span as it came over the wire; <paramref name="Parent"/> is empty for one that began by itself.</summary>
internal sealed record OtlpSpan(string Name, string Trace, string Id, string Parent);
