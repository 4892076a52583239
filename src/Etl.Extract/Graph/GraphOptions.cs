using Etl.Model.Values;

namespace Etl.Extract.Graph;

/// <summary>Where a tenant's Microsoft Graph is and how to sign in to it.</summary>
public sealed record GraphOptions
{
    public const string DefaultBaseUrl = "https://graph.microsoft.com/v1.0";

    /// <summary>Microsoft Graph with its version. Plain http for a loopback address only.</summary>
    public string BaseUrl { get; init; } = DefaultBaseUrl;

    /// <summary>
    /// <c>Global</c>, <c>UsGovernment</c>, <c>UsGovernmentDod</c> or <c>China</c>: sets where to sign in and, unless <c>BaseUrl</c> is
    /// set too, where Graph is. Without it the host of <c>BaseUrl</c> decides.
    /// </summary>
    public string? Cloud { get; init; }

    /// <summary>Directory (tenant) id, or a verified domain of the tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Application (client) id of the app registration, or of a user-assigned managed identity.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// How to sign in: <c>ClientSecret</c> or <c>Certificate</c> of the app registration, <c>ManagedIdentity</c> of the Azure machine,
    /// <c>WorkloadIdentity</c> of the Kubernetes pod, <c>AzureCli</c> for trying things out, or an <c>AccessToken</c> made elsewhere, which
    /// must outlive the run.
    /// </summary>
    public GraphCredential Credential { get; init; } = GraphCredential.ClientSecret;

    /// <summary>The client secret of the app registration.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>PEM file with certificate and private key, or a PKCS #12 file named .pfx or .p12.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Password of the certificate file, where it has one.</summary>
    public Secret? CertificatePassword { get; init; }

    /// <summary>A bearer token for Graph that was made elsewhere.</summary>
    public Secret? AccessToken { get; init; }

    /// <summary>Records a page; without it, and at most, what Graph allows: 999 devices, 1,000 managed devices.</summary>
    public int? PageSize { get; init; }

    /// <summary>How often a page is asked for before the run of the tenant fails.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>One sentence for each fault, opening with the key relative to <c>Graph</c>; none where the options can be used.</summary>
    /// <param name="withSignIn">Whether somebody is to sign in with them.</param>
    public IEnumerable<string> Validate(bool withSignIn = true) =>
        FaultsOfAddress().Concat(withSignIn ? FaultsOfCredential() : []).Concat(FaultsOfLimits());

    internal GraphCloud EffectiveCloud => GraphCloud.Named(Cloud) ?? GraphCloud.Serving(new Uri(BaseUrl).Host);

    internal Uri EffectiveBaseUrl =>
        new(BaseUrl == DefaultBaseUrl && GraphCloud.Named(Cloud) is { } cloud ? cloud.BaseUrl : BaseUrl.TrimEnd('/'));

    private IEnumerable<string> FaultsOfAddress()
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            yield return $"BaseUrl: '{BaseUrl}' is not an http or https address; expected one like {DefaultBaseUrl}.";
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
            yield return $"BaseUrl: plain http would send the token readable to {url.Host}; use https (http is for loopback only).";
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            yield return $"BaseUrl: expected scheme, host and version only, as in {DefaultBaseUrl}.";
        if (Cloud is not null && GraphCloud.Named(Cloud) is null)
            yield return $"Cloud: '{Cloud}' is not known; expected {string.Join(", ", GraphCloud.All.Select(cloud => cloud.Name))}.";
    }

    private IEnumerable<string> FaultsOfCredential()
    {
        if (!Enum.IsDefined(Credential))
            yield return $"Credential: expected {string.Join(", ", Enum.GetNames<GraphCredential>())}.";
        if (Credential is GraphCredential.ClientSecret or GraphCredential.Certificate)
        {
            if (string.IsNullOrWhiteSpace(TenantId)) yield return $"TenantId: required by Credential {Credential}.";
            if (string.IsNullOrWhiteSpace(ClientId)) yield return $"ClientId: required by Credential {Credential}.";
        }

        if (Credential == GraphCredential.ClientSecret && IsEmpty(ClientSecret))
            yield return "ClientSecret: required by Credential ClientSecret; set it in the environment or in a secret file.";
        if (Credential == GraphCredential.AccessToken && IsEmpty(AccessToken))
            yield return "AccessToken: required by Credential AccessToken; set it in the environment or in a secret file.";
        else if (Credential == GraphCredential.AccessToken && AccessToken!.Reveal().Any(c => c is <= ' ' or > '~'))
            yield return "AccessToken: holds a character that no token has, such as a blank or a letter outside of ASCII; take it over anew.";
        if (Credential != GraphCredential.Certificate) yield break;
        if (string.IsNullOrWhiteSpace(CertificatePath)) yield return "CertificatePath: required by Credential Certificate.";
        else if (!File.Exists(CertificatePath)) yield return $"CertificatePath: there is no file {CertificatePath}.";
    }

    private IEnumerable<string> FaultsOfLimits()
    {
        if (PageSize is < 1) yield return $"PageSize: {PageSize} is too small; expected 1 to 1000, or nothing for what Graph allows.";
        if (MaxAttempts is < 1 or > 100) yield return $"MaxAttempts: {MaxAttempts} is out of range; expected 1 to 100.";
    }

    private static bool IsEmpty(Secret? secret) => string.IsNullOrWhiteSpace(secret?.Reveal());
}
