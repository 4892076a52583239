using System.Net.Sockets;
using Etl.Model.Errors;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>What the server says, as sentences that say what to do. None holds a connection string.</summary>
internal static class SqlServerErrors
{
    private const string Nothing = "Nothing was published";

    // Of Babelfish, for whatever it has no number of SQL Server's for: it is known by its words.
    private const int Unmapped = 33557097;

    public static EtlException Held(string place, TimeSpan waited) => new(Stage.Load,
        $"The warehouse {place} is being written by another run; waited {waited.TotalSeconds:0} s for it. Run again when that has "
        + "finished, or raise Warehouse:LockWaitSeconds.")
    {
        IsTransient = true,
    };

    public static EtlException NoAnswer(string place, bool hasAnswered, SqlException error) => new(Stage.Load,
        Sentence(number: 0, TransientErrors.ConnectionIsGone, FirstLine(error), place)!, error)
    {
        IsTransient = hasAnswered,
    };

    /// <summary>What a server says that comes up or goes down has many numbers: who has been let in before is let in again.</summary>
    public static EtlException NotNow(string place, SqlException error) => new(Stage.Load,
        $"The server of {place} takes no connection at the moment: {FirstLine(error)} {Nothing}; run again when it does.", error)
    {
        IsTransient = true,
    };

    public static EtlException NoWarehouse(string place) => new(Stage.Load,
        $"There is no warehouse in {place} yet, or this login may not see it. `etl migrate` makes it (or run what `etl migrate --script` "
        + "prints); then make this login a member of the role etl_writer.");

    public static EtlException OlderSchema(string place, string script) => new(Stage.Load,
        $"The warehouse {place} has the schema of an earlier version: {script} has not run there. Run `etl migrate` as somebody who may "
        + "change the schema (db_owner).");

    public static EtlException ConnectionLost(string place, Exception error) => new(Stage.Load,
        $"The connection to {place} was lost. {Nothing} by it; run again.", error)
    {
        IsTransient = true,
    };

    public static EtlException NoToken(string place, Exception error) => new(Stage.Load,
        $"Microsoft Entra gave no token for {place} ({error.Message.Split('\n')[0].Trim()}) Check Authentication and User ID in "
        + "Warehouse:ConnectionString; a service principal's secret belongs in the environment.", error);

    /// <param name="hasAnswered">Whether the server has answered this program before.</param>
    public static EtlException Translate(SqlException error, string place, bool hasAnswered) => new(Stage.Load,
        Sentence(error, place) ?? $"The warehouse {place} refused the work: {error.Message} (error {error.Number})", error)
    {
        IsTransient = TransientErrors.Contains(error) || (hasAnswered && TransientErrors.IsUnreachable(error.Number) && !IsTimeoutOfStatement(error)),
    };

    /// <summary>Null for an error that has no sentence of its own.</summary>
    public static string? Sentence(SqlException error, string place) => Sentence(error.Number, error.Class, FirstLine(error), place);

    /// <param name="severity">From 20 on the connection is gone.</param>
    /// <param name="said">What the server says of it.</param>
    internal static string? Sentence(int number, byte severity, string said, string place) => NumberOf(number, said) switch
    {
        18456 or 18452 or 18470 or 18486 or 18487 or 18488 =>
            $"The server refused the login to {place}: {said} Check user and password (the password belongs in the environment: "
            + "ETL_Warehouse__ConnectionString), and that the login is enabled there.",
        4060 or 911 or 40532 =>
            $"There is no database {place}, or this login may not open it. Create it (CREATE DATABASE), or name another in "
            + "Warehouse:ConnectionString, and give the login a user in it; then run `etl migrate`.",
        _ when IsMissingRight(number, said) =>
            $"This login lacks a right in {place}: {said} For runs make it a member of etl_writer, for reading of "
            + "report_reader; `etl migrate` needs db_owner.",
        9002 =>
            $"A transaction log is full, and {place} cannot be written: {said} {Nothing}; back up or enlarge that log (tempdb's where it "
            + "is named), then run again.",
        1101 or 1104 or 1105 or 1129 or 1149 or 5149 =>
            $"There is no space left for {place}: {said} {Nothing}; give the database that is named space (tempdb's files or the disk "
            + "may be what is full), then run again.",
        1132 or 40544 => $"The database {place} has reached its size limit: {said} {Nothing}; raise its limit, then run again.",
        701 or 802 or 8645 or 8651 => $"The server of {place} has not enough memory: {said} {Nothing}; run again when it is less busy.",
        3906 or 945 => $"The database {place} cannot be written: {said} {Nothing}; see whether it is a read-only copy or lacks a disk.",
        1205 => $"The work in {place} was chosen as the victim of a deadlock. {Nothing}; run again.",
        1222 => $"A lock in {place} was not to be had in time. {Nothing}; run again when other work there has finished.",
        -2 when severity < TransientErrors.ConnectionIsGone =>
            $"A statement took longer in {place} than it may. {Nothing}; raise Warehouse:CommandTimeoutSeconds, or see what blocks it.",
        _ when severity >= TransientErrors.ConnectionIsGone && Says(said, "certificate") =>
            $"The certificate of the server of {place} is not trusted, and the connection is encrypted. Install a certificate of an "
            + "authority that this machine trusts, or add TrustServerCertificate=true to Warehouse:ConnectionString where you accept any.",
        _ when severity >= TransientErrors.ConnectionIsGone || TransientErrors.IsUnreachable(number) =>
            $"No SQL Server answers for {place}: {said} Check the server in Warehouse:ConnectionString, that it runs, and that "
            + "its port (1433) can be reached from here.",
        _ => null,
    };

    private static int NumberOf(int number, string said) =>
        number != Unmapped ? number
        : Says(said, "Cannot open database") ? 4060
        : Says(said, "No space left") ? 1105
        : Says(said, "read-only") ? 3906
        : number;

    // The server has many numbers for it, and says it in much the same words.
    private static bool IsMissingRight(int number, string said) => number is 229 or 230 or 262 or 297 or 300 or 916 or 1088 or 2760 or 15151 or 15247
        || (Says(said, "permission") && Says(said, "denied"));

    private static bool Says(string said, string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsTimeoutOfStatement(SqlException error) => error is { Number: -2, Class: < TransientErrors.ConnectionIsGone };

    // What the network says is shorter and clearer than what the client makes of it, of which one sentence is enough. The client knows
    // no reason where nobody listens.
    private static string FirstLine(SqlException error)
    {
        if (error.GetBaseException() is SocketException network)
            return network.SocketErrorCode == SocketError.Success ? "Nobody takes a connection there." : network.Message + ".";
        var said = (error.Errors.Count > 0 ? error.Errors[0].Message : error.Message).ReplaceLineEndings(" ").Trim();
        if (error.Class >= TransientErrors.ConnectionIsGone && said.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end) return said[..(end + 1)];
        return said.EndsWith('.') ? said : said + ".";
    }
}
