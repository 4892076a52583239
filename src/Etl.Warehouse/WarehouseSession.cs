using System.Data.Common;
using Etl.Warehouse.Migrations;

namespace Etl.Warehouse;

/// <summary>An open warehouse, inside <see cref="IWarehouse.UseAsync"/>.</summary>
/// <param name="Connection">Open. Its type says which store this is.</param>
/// <param name="Scripts">The SQL files in the dialect of the store.</param>
public sealed record WarehouseSession(DbConnection Connection, SqlScripts Scripts);
