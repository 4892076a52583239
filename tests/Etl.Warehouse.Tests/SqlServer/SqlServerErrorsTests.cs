using Etl.Model.Errors;
using Etl.SqlServer.Testing;
using Etl.Warehouse.SqlServer;

namespace Etl.Warehouse.Tests.SqlServer;

/// <summary>Sentences for what a server says, without one.</summary>
public sealed class SqlServerErrorsTests
{
    [Theory]
    [InlineData(18456, 14, "refused the login", "ETL_Warehouse__ConnectionString")]
    [InlineData(4060, 11, "There is no database", "CREATE DATABASE")]
    [InlineData(911, 16, "There is no database", "etl migrate")]
    [InlineData(229, 14, "lacks a right", "etl_writer")]
    [InlineData(9002, 17, "transaction log is full", "What the server said.", "back up or enlarge that log")]
    [InlineData(1105, 17, "no space left", "What the server said.", "tempdb")]
    [InlineData(5149, 16, "no space left", "give the database that is named space")]
    [InlineData(40544, 17, "size limit", "raise its limit")]
    [InlineData(701, 17, "not enough memory", "run again when it is less busy")]
    [InlineData(3906, 16, "cannot be written", "read-only copy")]
    [InlineData(1205, 13, "deadlock", "run again")]
    [InlineData(-2, 11, "took longer", "Warehouse:CommandTimeoutSeconds")]
    [InlineData(53, 20, "No SQL Server answers", "1433")]
    [InlineData(0, 20, "No SQL Server answers", "Check the server")]
    public void An_error_that_people_meet_has_a_sentence_that_says_what_to_do(int number, byte severity, params string[] parts)
    {
        var sentence = SqlServerErrors.Sentence(number, severity, "What the server said.", "warehouse on host").ShouldNotBeNull();

        sentence.ShouldContain("warehouse on host");
        foreach (var part in parts) sentence.ShouldContain(part);
    }

    [Theory]
    [InlineData("Cannot open database \"w\" requested by the login.", "There is no database")]
    [InlineData("could not extend file \"base/1/2\": No space left on device", "no space left")]
    [InlineData("cannot execute UPDATE in a read-only transaction", "cannot be written")]
    public void What_has_no_number_there_is_told_by_its_words(string said, string part) =>
        SqlServerErrors.Sentence(33557097, 16, said, "w on h").ShouldNotBeNull().ShouldContain(part);

    [Fact]
    public void A_right_that_is_missing_is_told_by_whatever_number() =>
        SqlServerErrors.Sentence(33557097, 16, "CREATE TABLE permission denied in database 'w'.", "w on h").ShouldNotBeNull().ShouldContain("lacks a right");

    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_told_as_such() =>
        SqlServerErrors.Sentence(-2146893019, 20, "The certificate chain was issued by an authority that is not trusted.", "w on h")
            .ShouldNotBeNull().ShouldContain("TrustServerCertificate");

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_and_its_password_is_not()
    {
        var options = new WarehouseOptions
        {
            Provider = WarehouseProvider.SqlServer,
            ConnectionString = "Server=127.0.0.1,1;Database=warehouse;User ID=etl;Password=Tr0ub4dor;Connect Timeout=5;Connect Retry Count=0",
        };

        var error = await Should.ThrowAsync<EtlException>(() => WarehouseFactory.Create(options, new ImpatientClock()).UseAsync(
            WarehouseAccess.Read, _ => Task.FromResult(0), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("No SQL Server answers for warehouse on 127.0.0.1,1");
        error.Message.ShouldNotContain("Success");
        error.ToString().ShouldNotContain("Tr0ub4dor");
    }

    [Theory]
    [InlineData("Server=h;Database=d;Integrated Security=true")]
    [InlineData("Server=h;Database=d;User ID=u;Password=p;Encrypt=Strict")]
    [InlineData("Server=h;Database=d;Authentication=Active Directory Managed Identity")]
    [InlineData("Server=h;Database=d;Authentication=Active Directory Service Principal;User ID=u;Password=p")]
    public void A_connection_string_with_server_database_and_identity_is_valid(string connectionString) =>
        Options(connectionString).Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("Database=d;Integrated Security=true", "names no server")]
    [InlineData("Server=h;Integrated Security=true", "names no database")]
    [InlineData("Server=h;Database=d;Password=Tr0ub4dor", "does not say who signs in")]
    [InlineData("Data Source=data/warehouse.duckdb", "names no database")]
    [InlineData("Server=h;Database=d;Pasword=Tr0ub4dor", "is not a connection string")]
    public void A_connection_string_that_cannot_work_is_a_fault_that_does_not_show_it(string connectionString, string part)
    {
        var fault = Options(connectionString).Faults().ShouldHaveSingleItem();

        fault.ShouldContain("Warehouse:ConnectionString " + part);
        fault.ShouldNotContain("Tr0ub4dor");
    }

    private static WarehouseOptions Options(string connectionString) =>
        new() { Provider = WarehouseProvider.SqlServer, ConnectionString = connectionString };
}
