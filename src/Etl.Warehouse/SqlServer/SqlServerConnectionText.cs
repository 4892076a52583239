using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>
/// The connection string of a SQL Server, with our defaults where it is silent. It goes to the client and nowhere else: messages name
/// <see cref="Place"/>.
/// </summary>
internal static class SqlServerConnectionText
{
    private const string Expected = "expected Server=HOST;Database=NAME and how to sign in: Integrated Security=true, User ID=LOGIN with "
        + "the password in the environment, or Authentication=Active Directory Managed Identity.";

    /// <summary>What is wrong with <paramref name="text"/>; null where nothing is. Never says what stands in it.</summary>
    public static string? Fault(string text)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(builder.DataSource)) return $"names no server; {Expected}";
            if (string.IsNullOrWhiteSpace(builder.InitialCatalog)) return $"names no database; {Expected}";
            if (IsWithoutIdentity(builder)) return $"does not say who signs in; {Expected}";
            return null;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return $"is not a connection string of SQL Server; {Expected}";
        }
    }

    /// <summary>What the client gets. It encrypts by default; whether a certificate is trusted unseen is the user's choice.</summary>
    public static string For(WarehouseOptions options)
    {
        var builder = new SqlConnectionStringBuilder(options.ConnectionString)
        {
            PersistSecurityInfo = false,
        };
        if (!builder.ShouldSerialize("Application Name")) builder.ApplicationName = "etl";
        // The client's pool would answer for a server that is back with the failure of before; our own attempts have their pauses.
        if (!builder.ShouldSerialize("Pool Blocking Period")) builder.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        if (!builder.ShouldSerialize("Command Timeout")) builder.CommandTimeout = options.CommandTimeoutSeconds;
        return builder.ConnectionString;
    }

    /// <summary>The same for whoever does not wait: the client tries a server that is gone again and again until its time is over.</summary>
    public static string ForOnlookers(WarehouseOptions options)
    {
        const int seconds = 4;
        var isChosen = new SqlConnectionStringBuilder(options.ConnectionString).ShouldSerialize("Connect Timeout");
        var builder = new SqlConnectionStringBuilder(For(options)) { ConnectRetryCount = 0 };
        if (!isChosen) builder.ConnectTimeout = seconds;
        return builder.ConnectionString;
    }

    /// <summary>Where the warehouse is, for messages.</summary>
    public static string Place(string text)
    {
        var builder = new SqlConnectionStringBuilder(text);
        return $"{builder.InitialCatalog} on {builder.DataSource}";
    }

    private static bool IsWithoutIdentity(SqlConnectionStringBuilder builder) =>
        !builder.IntegratedSecurity && string.IsNullOrEmpty(builder.UserID)
        && builder.Authentication is SqlAuthenticationMethod.NotSpecified or SqlAuthenticationMethod.SqlPassword;
}
