namespace Etl.Extract.Graph;

/// <summary>
/// Hands an answer over when its headers are there. Kiota's adapter sends without saying when, which means: once the whole body has been
/// copied to an array of its own. That copy of every page, on the large object heap, was an eighth of the CPU of reading.
/// </summary>
internal sealed class StreamingHttpClient(HttpMessageHandler handler) : HttpClient(handler)
{
    public override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
