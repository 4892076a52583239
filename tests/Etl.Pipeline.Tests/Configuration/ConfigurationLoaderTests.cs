using Etl.Extract.Graph;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Warehouse;

namespace Etl.Pipeline.Tests.Configuration;

/// <summary>Environment variables belong to the process, so these tests run one after the other.</summary>
[Collection(nameof(EnvironmentVariables))]
public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("etl-config-").FullName;
    private readonly EnvironmentVariables _environment = new();

    public void Dispose()
    {
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Reads_a_tenant_with_its_defaults()
    {
        _environment.Set("ETL_Tenants__0__Graph__AccessToken", "t0ken");

        var options = Load("""{"Tenants":[{"Name":"contoso","Graph":{"Credential":"AccessToken"}}]}""");

        var tenant = options.Tenants.ShouldHaveSingleItem();
        tenant.Name.ShouldBe("contoso");
        tenant.Graph.BaseUrl.ShouldBe("https://graph.microsoft.com/v1.0");
        tenant.Graph.Credential.ShouldBe(GraphCredential.AccessToken);
        tenant.Graph.AccessToken!.Reveal().ShouldBe("t0ken");
        tenant.ActiveDirectory.ShouldBeNull();
        options.Warehouse.Provider.ShouldBe(WarehouseProvider.DuckDb);
        options.Rules.StaleAfterDays.ShouldBe(90);
        options.Tables.Methods.Count.ShouldBe(24);
    }

    [Fact]
    public void Asks_for_what_signs_in_only_where_somebody_signs_in()
    {
        const string json = """{"Tenants":[{"Name":"contoso","Graph":{"TenantId":"contoso.example","PageSize":0}}]}""";

        Should.Throw<ConfigurationException>(() => Load(json)).Faults.Count.ShouldBe(3);
        var fault = Should.Throw<ConfigurationException>(() => Load(json, withSignIn: false)).Faults.ShouldHaveSingleItem();

        fault.ShouldContain("PageSize");
    }

    [Fact]
    public void Lets_the_environment_win_over_the_file()
    {
        _environment.Set("ETL_Tenants__0__Graph__AccessToken", "t0ken");
        _environment.Set("ETL_Rules__StaleAfterDays", "30");

        Load("""{"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken"}}],"Rules":{"StaleAfterDays":60}}""").Rules.StaleAfterDays.ShouldBe(30);
    }

    [Fact]
    public void Refuses_a_variable_that_is_no_key()
    {
        _environment.Set("ETL_Tenants__0__Graph__AccessToken", "t0ken");
        _environment.Set("ETL_Rules__StaleAfterDayz", "30");
        _environment.Set("ETL_DEBUG", "1");

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken"}}]}""")).Faults
            .ShouldBe(["Rules:StaleAfterDayz: no such key; see config/README.md for every key (in the variable ETL_Rules__StaleAfterDayz)."]);
    }

    [Fact]
    public void Reads_secrets_from_files_without_their_line_feed()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName;
        File.WriteAllText(Path.Combine(secrets, "Tenants__0__Graph__AccessToken"), "fromfile\n");
        _environment.Set("ETL_SECRETS", secrets);

        Load("""{"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken"}}]}""").Tenants[0].Graph.AccessToken!.Reveal().ShouldBe("fromfile");
    }

    [Fact]
    public void Refuses_a_token_that_no_header_can_hold_without_repeating_it()
    {
        _environment.Set("ETL_Tenants__0__Graph__AccessToken", "hüsh-hush");

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken"}}]}""")).Faults
            .ShouldBe(["Tenants:0:Graph:AccessToken: holds a character that no token has, such as a blank or a letter outside of ASCII; take it over anew."]);
    }

    [Fact]
    public void Names_a_folder_of_secrets_that_is_not_there()
    {
        _environment.Set("ETL_SECRETS", Path.Combine(_folder, "none"));

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[{"Name":"a"}]}""")).Message
            .ShouldBe($"ETL_SECRETS: there is no folder {Path.Combine(_folder, "none")}. Make it, or take the variable away where no secret comes from a file.");
    }

    [Fact]
    public void Refuses_secrets_in_the_file_without_repeating_them()
    {
        var refusal = Should.Throw<ConfigurationException>(() => Load(
            """
            {"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken","AccessToken":"hush-hush"}}],
             "Warehouse":{"ConnectionString":"Server=s;Password=hush-hush"}}
            """));

        refusal.Message.ShouldContain("Tenants:0:Graph:AccessToken: a secret stands in");
        refusal.Message.ShouldContain("ETL_Tenants__0__Graph__AccessToken");
        refusal.Message.ShouldContain("Warehouse:ConnectionString: a password stands in");
        refusal.Message.ShouldNotContain("hush-hush");
    }

    [Fact]
    public void Tells_every_fault_at_once_with_its_key()
    {
        var refusal = Should.Throw<ConfigurationException>(() => Load(
            """
            {"Tenants":[{"Graph":{"BaseUrl":"http://graph.contoso.example/v1.0","PagSize":5}}],
             "Rules":{"StaleAfterDays":"soon"},"Quality":{"MaxShrinkPercent":120},"Warehouse":{"Provider":"Oracle"}}
            """));

        refusal.Message.ShouldContain("Tenants:0:Name: is missing");
        refusal.Message.ShouldContain("Tenants:0:Graph:BaseUrl: plain http");
        refusal.Message.ShouldContain("Tenants:0:Graph:PagSize: no such key");
        refusal.Message.ShouldContain("Rules:StaleAfterDays: 'soon' is not a whole number.");
        refusal.Message.ShouldContain("Quality:MaxShrinkPercent: 120 is not a percentage");
        refusal.Message.ShouldContain("Warehouse:Provider: 'Oracle' is not DuckDb, SqlServer.");
    }

    [Fact]
    public void Refuses_a_file_that_is_not_there_or_not_json()
    {
        Should.Throw<ConfigurationException>(() => ConfigurationLoader.Load(Path.Combine(_folder, "none.json"))).Message.ShouldContain("none.json");
        Should.Throw<ConfigurationException>(() => Load("{ nope")).Message.ShouldContain("is not a JSON file");
    }

    [Fact]
    public void Prefers_the_tables_beside_the_file_and_names_their_faults_by_line()
    {
        File.WriteAllText(Path.Combine(_folder, "scope-exclusions.csv"), "Field,Pattern,Note\nname,KIOSK-*,\ncolour,red,\n");

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[]}""")).Message
            .ShouldContain("scope-exclusions.csv line 3: 'colour' is no field");
    }

    [Theory]
    [InlineData("name,\"PC-1,oops\nname,PC-2,\n", "line 2: its quotes do not match")]
    [InlineData("name,PC-1,a note, with a comma\n", "line 2: has 4 fields, the header has 3")]
    [InlineData("2,PC-1,\n", "line 2: '2' is no field")]
    [InlineData(",PC-1,\n", "line 2: Field is empty.")]
    public void Refuses_a_table_that_would_be_read_another_way_than_it_was_meant(string rows, string fault)
    {
        File.WriteAllText(Path.Combine(_folder, "scope-exclusions.csv"), "Field,Pattern,Note\n" + rows);

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[]}""")).Message.ShouldContain("scope-exclusions.csv " + fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("userEnrollment;BYOD\n")]
    public void Refuses_a_table_without_its_header(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "enrollment-methods.csv"), text);

        Should.Throw<ConfigurationException>(() => Load("""{"Tenants":[]}""")).Message
            .ShouldContain("enrollment-methods.csv: lacks the column EnrollmentType, Method, Label, Category, ExpectedJoinType.");
    }

    [Fact]
    public void Takes_a_table_without_the_columns_that_may_be_empty()
    {
        _environment.Set("ETL_Tenants__0__Graph__AccessToken", "t0ken");
        File.WriteAllText(Path.Combine(_folder, "scope-exclusions.csv"), "Field,Pattern\nname,KIOSK-*\n");

        Load("""{"Tenants":[{"Name":"a","Graph":{"Credential":"AccessToken"}}]}""").Tables.Exclusions.ShouldHaveSingleItem().Note.ShouldBeNull();
    }

    private EtlOptions Load(string json, bool withSignIn = true)
    {
        var file = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(file, json);
        return ConfigurationLoader.Load(file, withSignIn);
    }
}
