using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Etl.Model.Errors;

namespace Etl.Extract.Graph;

/// <summary>Makes the credential of Azure.Identity that <see cref="GraphOptions.Credential"/> names.</summary>
internal static class TokenCredentials
{
    /// <exception cref="ConfigurationException">A value has a form that cannot be right.</exception>
    public static TokenCredential Create(GraphOptions options)
    {
        try
        {
            return CreateUnchecked(options);
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException(
                $"Graph:TenantId, Graph:ClientId: Credential {options.Credential} cannot be made of them ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private static TokenCredential CreateUnchecked(GraphOptions options)
    {
        var authority = options.EffectiveCloud.Authority;
        return options.Credential switch
        {
            GraphCredential.ClientSecret => new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret!.Reveal(),
                new ClientSecretCredentialOptions { AuthorityHost = authority }),
            GraphCredential.Certificate => new ClientCertificateCredential(options.TenantId, options.ClientId, LoadCertificate(options),
                new ClientCertificateCredentialOptions { AuthorityHost = authority }),
            GraphCredential.ManagedIdentity => new ManagedIdentityCredential(string.IsNullOrWhiteSpace(options.ClientId)
                ? ManagedIdentityId.SystemAssigned
                : ManagedIdentityId.FromUserAssignedClientId(options.ClientId)),
            GraphCredential.WorkloadIdentity => new WorkloadIdentityCredential(Federated(options, authority)),
            GraphCredential.AzureCli => new AzureCliCredential(new AzureCliCredentialOptions
            {
                AuthorityHost = authority,
                TenantId = options.TenantId,
            }),
            GraphCredential.AccessToken => Fixed(options.AccessToken!.Reveal().Trim()),
            _ => throw new ConfigurationException($"Graph:Credential: {options.Credential} is not known."),
        };
    }

    private static TokenCredential Fixed(string token) =>
        DelegatedTokenCredential.Create((_, _) => new AccessToken(token, DateTimeOffset.MaxValue));

    private static WorkloadIdentityCredentialOptions Federated(GraphOptions options, Uri authority)
    {
        var federated = new WorkloadIdentityCredentialOptions { AuthorityHost = authority };

        // Kubernetes hands both over in the environment, which is where the defaults come from.
        if (!string.IsNullOrWhiteSpace(options.TenantId)) federated.TenantId = options.TenantId;
        if (!string.IsNullOrWhiteSpace(options.ClientId)) federated.ClientId = options.ClientId;
        return federated;
    }

    private static X509Certificate2 LoadCertificate(GraphOptions options)
    {
        var path = options.CertificatePath!;
        var password = options.CertificatePassword?.Reveal();
        try
        {
            var certificate = Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
                ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new ConfigurationException($"Graph:CertificatePath: {path} has no private key; export the certificate with it.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigurationException(
                $"Graph:CertificatePath: {path} cannot be read as a certificate with its private key ({e.Message.TrimEnd('.')}); " +
                "expected PEM, or PKCS #12 named .pfx or .p12, and CertificatePassword where it has a password.", e);
        }
    }
}
