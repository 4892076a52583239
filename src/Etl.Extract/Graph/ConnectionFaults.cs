using System.Net.Sockets;

namespace Etl.Extract.Graph;

/// <summary>What it means when no answer came, or half of one.</summary>
internal static class ConnectionFaults
{
    private const string CheckAddress = "Check Graph:BaseUrl, and the name resolution, proxy and firewall of this machine.";

    public static bool IsOne(Exception exception) =>
        exception is OperationCanceledException or HttpRequestException or IOException;

    public static GraphFault Of(Exception exception, Uri baseUrl) => exception switch
    {
        OperationCanceledException =>
            new($"no whole answer came within {GraphConnection.RequestTimeout.TotalSeconds:0} s", exception) { IsTransient = true },
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new($"the host {baseUrl.Host} was not found", exception) { IsTransient = true, IsUnreachable = true, Advice = CheckAddress },
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            new($"{baseUrl.Authority} could not be reached ({Cause(exception)})", exception)
            {
                IsTransient = true,
                IsUnreachable = true,
                Advice = CheckAddress,
            },
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new($"no trusted TLS connection to {baseUrl.Authority} came about ({Cause(exception)})", exception)
            {
                Advice = "Check the date of this machine, its root certificates, and whether a proxy opens TLS.",
            },
        _ => new($"the connection broke before the answer was complete ({Cause(exception)})", exception) { IsTransient = true },
    };

    private static string Cause(Exception exception)
    {
        var root = exception.GetBaseException();
        return root is SocketException socket ? socket.SocketErrorCode.ToString() : root.Message.TrimEnd('.');
    }
}
