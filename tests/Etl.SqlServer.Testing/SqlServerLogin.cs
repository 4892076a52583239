using Etl.Warehouse;
using Microsoft.Data.SqlClient;

namespace Etl.SqlServer.Testing;

/// <summary>A login of the server that is a member of one role of one database; gone with the test.</summary>
public sealed class SqlServerLogin : IDisposable
{
    /// <summary>Of every such login. No message and no log may show it.</summary>
    public const string Password = "Correct-Horse_7";

    private readonly string _name;
    private readonly string _database;

    private SqlServerLogin(string name, string database)
    {
        _name = name;
        _database = database;
    }

    /// <summary>How this login comes to the database.</summary>
    public WarehouseOptions Options => new()
    {
        Provider = WarehouseProvider.SqlServer,
        ConnectionString = new SqlConnectionStringBuilder(SqlServerDatabases.ConnectionString(_database))
        {
            UserID = _name,
            Password = Password,
            IntegratedSecurity = false,
        }.ConnectionString,
    };

    /// <param name="role">Null for a user that is a member of none.</param>
    public static SqlServerLogin Create(string database, string? role)
    {
        var name = $"{role ?? "nobody"}_of_{database}";
        SqlServerDatabases.Execute($"CREATE LOGIN {name} WITH PASSWORD = '{Password}'", "master");
        SqlServerDatabases.Execute($"CREATE USER {name} FOR LOGIN {name};", database);
        if (role is not null) SqlServerDatabases.Execute($"ALTER ROLE {role} ADD MEMBER {name};", database);
        return new SqlServerLogin(name, database);
    }

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        SqlServerDatabases.Execute($"DROP USER {_name};\nDROP LOGIN {_name};", _database);
    }
}
