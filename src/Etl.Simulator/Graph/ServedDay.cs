using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;

namespace Etl.Simulator.Graph;

/// <summary>All state that goes when the next day is served: tokens given out, attempts counted, pages kept.</summary>
internal sealed class ServedDay
{
    private readonly GraphServerOptions _options;
    private readonly PageRenderer _renderer;
    private readonly ConcurrentDictionary<PageRequest, Page> _kept = new();
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    public ServedDay(SimulatedDay day, GraphServerOptions options)
    {
        _options = options;
        Day = day;
        // Tokens of one day mean nothing on another.
        Tokens = new PageTokens(new Population.Draw(unchecked(day.Tenant.Options.Seed * 397 + day.Number)));
        Faults = new FaultPlan(options);
        _renderer = new PageRenderer(day, Tokens, options);
    }

    public SimulatedDay Day { get; }
    public PageTokens Tokens { get; }
    public FaultPlan Faults { get; }

    public Page Get(PageRequest request)
    {
        if (_kept.TryGetValue(request, out var kept)) return kept;
        var page = Make(request, json => json);
        if (_options.CachePages) _kept[request] = page;
        return page;
    }

    /// <summary>A page whose JSON is tampered with before it is encoded.</summary>
    public Page Make(PageRequest request, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> tamper)
    {
        if (!_buffers.TryTake(out var buffer)) buffer = new ArrayBufferWriter<byte>(1 << 20);
        var next = _renderer.Render(request, buffer);
        var body = Encode(tamper(buffer.WrittenMemory).Span, request.Gzip);
        buffer.ResetWrittenCount();
        _buffers.Add(buffer);
        return new Page(body, next);
    }

    public static byte[] Encode(ReadOnlySpan<byte> content, bool gzip)
    {
        if (!gzip) return content.ToArray();
        using var compressed = new MemoryStream(content.Length / 6 + 64);
        using (var stream = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(content);
        return compressed.ToArray();
    }
}
