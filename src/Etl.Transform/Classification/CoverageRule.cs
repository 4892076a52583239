namespace Etl.Transform.Classification;

/// <summary>Section 7 of the rules: an enrolled device in scope counts as covered while it still checks in.</summary>
internal static class CoverageRule
{
    /// <summary>Null passes: a date that Intune does not give proves nothing.</summary>
    public static bool IsCheckingIn(in DeviceFacts device, int staleAfterDays)
    {
        var lastContact = device.M.LastSync.Or(device.M.Enrolled);
        if (lastContact.IsKnown && Activity.IsOlderThan(lastContact, device.T, staleAfterDays)) return false;
        return !device.M.CertificateExpires.IsKnown || !(device.M.CertificateExpires < device.T);
    }
}
