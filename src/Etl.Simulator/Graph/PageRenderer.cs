using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Etl.Simulator.Graph;

/// <summary>Writes pages of one day as JSON.</summary>
internal sealed class PageRenderer(SimulatedDay day, PageTokens tokens, GraphServerOptions options)
{
    private const int Repeated = 5;

    private static readonly JsonWriterOptions JsonOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Fills <paramref name="buffer"/> with the page as plain JSON; returns where the list goes on.</summary>
    public PagePosition? Render(PageRequest request, IBufferWriter<byte> buffer)
    {
        var (start, end, next) = Extent(request);
        using var writer = new Utf8JsonWriter(buffer, JsonOptions);
        writer.WriteStartObject();
        writer.WriteString("@odata.context"u8, Context(request));
        if (request.WantsCount && request.Position.Ordinal == 0) writer.WriteNumber("@odata.count"u8, request.List.Count(day));
        if (request.Select is null)
            writer.WriteString("@microsoft.graph.tips"u8, "Use $select to choose only the properties your app needs.");
        if (next is { } position) writer.WriteString("@odata.nextLink"u8, NextLink(request, position));
        writer.WriteStartArray("value"u8);
        request.List.WriteItems(writer, day, start, end, Selected(request.Select), request.AllMembers);
        writer.WriteEndArray();
        writer.WriteEndObject();
        return next;
    }

    /// <summary>The names in a <c>$select</c>; null where there is none.</summary>
    public static string[]? Selected(string? select) =>
        select?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private (int Start, int End, PagePosition? Next) Extent(PageRequest request)
    {
        var position = request.Position;
        var top = request.Top ?? request.List.DefaultTop;
        var count = request.List.Count(day);
        if (options.Faults == FaultProfile.SilentEnd) count = count * 2 / 3;
        var isHit = position.Ordinal % options.FaultEvery == 0;
        if (isHit && !position.IsFilled && options.Faults is (FaultProfile.EmptyPages or FaultProfile.Mixed))
            return (position.Start, position.Start, position with { IsFilled = true });

        var repeats = isHit && options.Faults is (FaultProfile.Duplicates or FaultProfile.Mixed);
        var start = repeats ? Math.Max(0, position.Start - Math.Min(Repeated, top - 1)) : position.Start;
        var end = Math.Min(start + top, count);
        return (start, end, end < count ? new PagePosition(end, position.Ordinal + 1, false) : null);
    }

    private string NextLink(PageRequest request, PagePosition position)
    {
        var select = request.Select is { } names ? $"$select={Uri.EscapeDataString(names)}&" : "";
        var top = request.Top is { } number ? string.Create(CultureInfo.InvariantCulture, $"$top={number}&") : "";
        return $"{request.Host}/v1.0{request.List.Path}?{select}{top}$skiptoken={tokens.Give(request.List, position)}";
    }

    private static string Context(PageRequest request)
    {
        var shape = request.Select is { } names ? $"({names})" : "";
        return $"{request.Host}/v1.0/$metadata#{request.List.Path[1..]}{shape}";
    }
}
