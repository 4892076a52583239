using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace Etl.Warehouse.SqlServer;

/// <summary>
/// Signs in to Azure SQL as the connection string's <c>Authentication</c> says. The client leaves that to a provider; this one asks
/// Azure.Identity, which the program uses for Graph too.
/// </summary>
internal sealed class EntraTokens : SqlAuthenticationProvider
{
    private static readonly SqlAuthenticationMethod[] Methods =
    [
        SqlAuthenticationMethod.ActiveDirectoryManagedIdentity,
        SqlAuthenticationMethod.ActiveDirectoryMSI,
        SqlAuthenticationMethod.ActiveDirectoryServicePrincipal,
        SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity,
        SqlAuthenticationMethod.ActiveDirectoryDefault,
    ];

    private static readonly Lazy<bool> Registered = new(Register);

    public static void Ensure() => _ = Registered.Value;

    public override bool IsSupported(SqlAuthenticationMethod authenticationMethod) => Methods.Contains(authenticationMethod);

    public override async Task<SqlAuthenticationToken> AcquireTokenAsync(SqlAuthenticationParameters parameters)
    {
        var scope = parameters.Resource.TrimEnd('/') + "/.default";
        var token = await Credential(parameters).GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None);
        return new SqlAuthenticationToken(token.Token, token.ExpiresOn);
    }

    private static TokenCredential Credential(SqlAuthenticationParameters parameters) => parameters.AuthenticationMethod switch
    {
        SqlAuthenticationMethod.ActiveDirectoryServicePrincipal => ServicePrincipal(parameters),
        SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity => new WorkloadIdentityCredential(),
        SqlAuthenticationMethod.ActiveDirectoryDefault => new DefaultAzureCredential(),
        _ => new ManagedIdentityCredential(string.IsNullOrEmpty(parameters.UserId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(parameters.UserId)),
    };

    // The authority is the address of the tenant that the server names: https://login.microsoftonline.com/TENANT.
    private static ClientSecretCredential ServicePrincipal(SqlAuthenticationParameters parameters)
    {
        var authority = new Uri(parameters.Authority);
        return new ClientSecretCredential(
            authority.AbsolutePath.Trim('/'),
            parameters.UserId,
            parameters.Password,
            new ClientSecretCredentialOptions { AuthorityHost = new Uri(authority.GetLeftPart(UriPartial.Authority)) });
    }

    private static bool Register()
    {
        var provider = new EntraTokens();
        foreach (var method in Methods) SetProvider(method, provider);
        return true;
    }
}
