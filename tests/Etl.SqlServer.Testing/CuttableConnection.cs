using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Etl.Warehouse;
using Microsoft.Data.SqlClient;

namespace Etl.SqlServer.Testing;

/// <summary>A port of this machine that leads to the server, until a test cuts every connection through it; the next one works again.</summary>
public sealed class CuttableConnection : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly CancellationTokenSource _end = new();
    private readonly (string Host, int Port) _server;

    public CuttableConnection()
    {
        _server = Address(new SqlConnectionStringBuilder(SqlServerHost.ConnectionString).DataSource);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Cuts what is connected; refuses the connections that follow, as a server does that restarts.</summary>
    public int RefusalsToCome { get; set; }

    public WarehouseOptions Through(WarehouseOptions options) => options with
    {
        ConnectionString = new SqlConnectionStringBuilder(options.ConnectionString)
        {
            DataSource = $"127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port}",
            ConnectRetryCount = 0,
        }.ConnectionString,
    };

    public void Cut()
    {
        while (_clients.TryTake(out var client)) client.Close();
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        Cut();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                if (RefusalsToCome-- > 0) client.Close();
                else await ConnectAsync(client);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        var server = new TcpClient();
        await server.ConnectAsync(_server.Host, _server.Port);
        _clients.Add(client);
        _clients.Add(server);
        _ = PumpAsync(client, server);
        _ = PumpAsync(server, client);
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        from.Close();
        to.Close();
    }

    private static (string Host, int Port) Address(string dataSource)
    {
        var parts = dataSource.Replace("tcp:", string.Empty, StringComparison.OrdinalIgnoreCase).Split(',');
        return (parts[0] is "." or "(local)" ? "localhost" : parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1433);
    }
}
