using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Etl.Simulator.Graph;

/// <summary>Sends answers, whole ones and spoilt ones.</summary>
internal sealed class Answers(GraphServerOptions options)
{
    private const string Json = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private static readonly byte[] GatewayPage =
        "<html><head><title>502 Bad Gateway</title></head><body><h1>Our services aren't available right now</h1></body></html>"u8.ToArray();

    public static Task SendAsync(HttpContext context, HttpStatusCode status, byte[] body, bool gzip, string contentType = Json)
    {
        Start(context, status, body.Length, gzip, contentType);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    public Task SendErrorAsync(HttpContext context, GraphError error)
    {
        var gzip = GraphQuery.Header(context.Request, "Accept-Encoding", "gzip");
        if (error.Status == HttpStatusCode.Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            error = new
            {
                code = error.Code,
                message = error.Message,
                innerError = new { date = options.Clock.GetUtcNow().ToString("s", CultureInfo.InvariantCulture) },
            },
        });
        return SendAsync(context, error.Status, ServedDay.Encode(body, gzip), gzip);
    }

    /// <summary>Sends what <paramref name="fault"/> makes of a page.</summary>
    public Task SendSpoiltAsync(HttpContext context, Fault fault, ServedDay served, PageRequest request)
    {
        switch (fault)
        {
            case Fault.ResetBeforeAnswer:
                context.Abort();
                return Task.CompletedTask;
            case Fault.ResetWithinBody:
                return SendPartAsync(context, served.Get(request).Body, parts: 3, request.Gzip);
            case Fault.ShorterThanPromised:
                return SendPartAsync(context, served.Get(request).Body, parts: 2, request.Gzip);
            case Fault.CutBytes:
                var body = served.Get(request).Body;
                return SendAsync(context, HttpStatusCode.OK, body[..(body.Length / 2)], request.Gzip);
            case Fault.CutJson:
                return SendAsync(context, HttpStatusCode.OK, served.Make(request, json => json[..(json.Length / 2)]).Body, request.Gzip);
            case Fault.BrokenJson:
                return SendAsync(context, HttpStatusCode.OK, served.Make(request, Break).Body, request.Gzip);
            case Fault.HtmlPage:
                return SendAsync(context, HttpStatusCode.OK, GatewayPage, gzip: false, "text/html");
            case Fault.EmptyBody:
                return SendAsync(context, HttpStatusCode.OK, [], gzip: false);
            case Fault.BadGateway:
                return SendAsync(context, HttpStatusCode.BadGateway, GatewayPage, gzip: false, "text/html");
            default:
                SetRetryAfter(context, fault);
                return SendErrorAsync(context, ErrorOf(fault));
        }
    }

    private static GraphError ErrorOf(Fault fault) => fault switch
    {
        Fault.InternalServerError => GraphError.InternalServerError,
        Fault.GatewayTimeout => GraphError.GatewayTimeout,
        Fault.ServiceUnavailable or Fault.ServiceUnavailableForAWhile => GraphError.ServiceUnavailable,
        _ => GraphError.TooManyRequests,
    };

    private void SetRetryAfter(HttpContext context, Fault fault)
    {
        if (fault is Fault.TooManyRequests or Fault.ServiceUnavailable)
            context.Response.Headers.RetryAfter = ((long)options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (fault == Fault.TooManyRequestsUntil)
        {
            var until = options.Clock.GetUtcNow() + options.RetryAfter;
            context.Response.Headers.RetryAfter = until.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static async Task SendPartAsync(HttpContext context, byte[] body, int parts, bool gzip)
    {
        Start(context, HttpStatusCode.OK, body.Length, gzip, Json);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / parts), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    // A control character is no JSON wherever it stands, within a text too.
    private static ReadOnlyMemory<byte> Break(ReadOnlyMemory<byte> json)
    {
        var broken = json.ToArray();
        broken[broken.Length / 2] = 0x01;
        return broken;
    }

    private static void Start(HttpContext context, HttpStatusCode status, int length, bool gzip, string contentType)
    {
        var response = context.Response;
        response.StatusCode = (int)status;
        response.ContentType = contentType;
        response.ContentLength = length;
        response.Headers["OData-Version"] = "4.0";
        if (gzip && length > 0) response.Headers.ContentEncoding = "gzip";
        if (GraphQuery.Header(context.Request, "Prefer", "include-unknown-enum-members"))
            response.Headers["Preference-Applied"] = "include-unknown-enum-members";
    }
}
