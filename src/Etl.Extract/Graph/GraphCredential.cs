namespace Etl.Extract.Graph;

/// <summary>How the program proves to Microsoft Entra who it is.</summary>
public enum GraphCredential
{
    /// <summary>An app registration and a secret of it.</summary>
    ClientSecret,

    /// <summary>An app registration and a certificate of it, as a PEM or PKCS #12 file.</summary>
    Certificate,

    /// <summary>The identity of the Azure machine that the program runs on; <c>ClientId</c> names a user-assigned one.</summary>
    ManagedIdentity,

    /// <summary>A federated token that Kubernetes mounts.</summary>
    WorkloadIdentity,

    /// <summary>Whoever is signed in to the Azure CLI. For trying things out.</summary>
    AzureCli,

    /// <summary>A bearer token that was made elsewhere. It is not renewed: it must outlive the run.</summary>
    AccessToken,
}
