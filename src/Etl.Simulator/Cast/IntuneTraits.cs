namespace Etl.Simulator.Cast;

/// <summary>An Intune record of a persona. The first is the current one.</summary>
internal sealed record IntuneTraits(string EnrollmentType, string Agent = "mdm")
{
    public string State { get; init; } = "managed";
    public string Owner { get; init; } = "company";
    public Link Link { get; init; }
    public Activity Activity { get; init; }
    public bool CertificateExpired { get; init; }
    public string Profile { get; init; } = "";

    public bool HasCertificate => Agent is not ("jamf" or "msSense" or "eas" or "configurationManagerClient");
}
