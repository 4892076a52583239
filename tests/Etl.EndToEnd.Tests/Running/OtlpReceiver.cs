using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Etl.EndToEnd.Tests.Running;

/// <summary>Somebody who takes traces and metrics by OTLP over HTTP, in protobuf: opentelemetry/proto/trace/v1 and metrics/v1.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly ConcurrentDictionary<string, bool> _metrics = new(StringComparer.Ordinal);
    private ScriptedGraph? _server;

    private OtlpReceiver()
    {
    }

    public string Endpoint => _server!.BaseUrl.GetLeftPart(UriPartial.Authority);

    public IReadOnlyCollection<OtlpSpan> Spans => _spans;

    /// <summary>Names of the metrics that came.</summary>
    public ICollection<string> Metrics => _metrics.Keys;

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        receiver._server = await ScriptedGraph.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        // Resource, then scope, then the thing itself: at field 2 of each.
        var items = Messages(body.ToArray(), 1).SelectMany(resource => Messages(resource, 2)).SelectMany(scope => Messages(scope, 2));
        if (http.Request.Path == "/v1/traces")
            foreach (var span in items) _spans.Enqueue(new OtlpSpan(Text(span, 5), Id(span, 1), Id(span, 2), Id(span, 4)));
        if (http.Request.Path == "/v1/metrics")
            foreach (var metric in items) _metrics[Text(metric, 1)] = true;
        http.Response.ContentType = "application/x-protobuf";
    }

    private static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault() ?? []);

    private static string Id(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault() ?? []);

    /// <summary>The length-delimited fields of a number.</summary>
    private static IEnumerable<byte[]> Messages(byte[] message, int field)
    {
        const int varint = 0, fixed64 = 1, delimited = 2;
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var kind = (int)(tag & 7);
            if (kind == varint) Varint(message, ref at);
            else if (kind != delimited) at += kind == fixed64 ? 8 : 4;
            else
            {
                var length = (int)Varint(message, ref at);
                if ((int)(tag >> 3) == field) yield return message[at..(at + length)];
                at += length;
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
