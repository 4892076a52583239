using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Etl.Extract.Tests.Graph;

/// <summary>Answers that a server may give.</summary>
internal static class Answer
{
    public static RequestDelegate Json(string body, int status = 200) => Bytes(Encoding.UTF8.GetBytes(body), status, isGzip: false);

    public static RequestDelegate Gzip(string body, int status = 200) => Bytes(Compress(body), status, isGzip: true);

    /// <summary>A page of items, each given as its JSON text.</summary>
    public static RequestDelegate Page(params string[] items) => Json(PageText(null, items));

    public static RequestDelegate PageBefore(string nextLink, params string[] items) => Json(PageText(nextLink, items));

    public static string PageText(string? nextLink, params string[] items)
    {
        var link = nextLink is null ? "" : $"\"@odata.nextLink\":{JsonSerializer.Serialize(nextLink)},";
        return $"{{\"@odata.context\":\"x\",{link}\"value\":[{string.Join(',', items)}]}}";
    }

    /// <summary>A refusal as Graph words it.</summary>
    public static RequestDelegate Error(
        int status, string code = "error", string message = "", string? retryAfter = null, string? date = null) =>
        async context =>
        {
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            if (date is not null) context.Response.Headers.Date = date;
            await Gzip(JsonSerializer.Serialize(new { error = new { code, message } }), status)(context);
        };

    public static RequestDelegate Redirect(string target) => context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    };

    /// <summary>Announces the whole body, sends the half and breaks the connection.</summary>
    public static RequestDelegate Truncated(string body) => async context =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    };

    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static RequestDelegate Bytes(byte[] body, int status = 200, bool isGzip = false) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (isGzip) context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    };

    public static byte[] Compress(string body) => Compress(Encoding.UTF8.GetBytes(body));

    public static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal)) gzip.Write(body);
        return stream.ToArray();
    }
}
