namespace Etl.Simulator.Cast;

internal static partial class Personas
{
    // What AD has and Entra has not, or has only by synchronisation.
    private static IEnumerable<Persona> OnPremises() =>
    [
        // Made by Entra's seamless sign-on and cloud Kerberos trust: computer accounts without a computer.
        new("SeamlessSignOnAccount", 0, Hardware.Unspecified)
        {
            Ad = new() { HasCertificate = false, Name = "AZUREADSSOACC", Container = "CN=Computers" }, Single = true,
        },
        new("CloudKerberosAccount", 0, Hardware.Server)
        {
            Ad = new() { HasCertificate = false, Name = "AzureADKerberos", Container = "OU=Domain Controllers" }, Single = true,
        },
        new("DomainController", 4, Hardware.Server)
        {
            Ad = new() { HasCertificate = false, UserAccountControl = 0x82000, Container = "OU=Domain Controllers" },
        },
        new("AdServer", 28, Hardware.Server) { Ad = new() { HasCertificate = false, Container = "OU=Servers" } },
        new("HybridServer", 8, Hardware.Server) { Entra = [UnmanagedHybrid], Ad = new() { Container = "OU=Servers" } },
        new("AdWithoutCertificate", 18, Hardware.Desktop)
        {
            Ad = new() { HasCertificate = false }, Drifts = [new("HybridPending", 150)],
        },
        new("AdNotSynced", 10, Hardware.Desktop) { Ad = new() { Container = "OU=Lager" }, Drifts = [new("HybridPending", 250)] },
        new("AdStale", 40, Hardware.Desktop) { Ad = new() { Activity = Activity.Quiet, HasCertificate = false }, Arrives = false },
        new("AdDisabled", 14, Hardware.Desktop) { Ad = new() { Disabled = true, HasCertificate = false }, Arrives = false },
        new("AdWindows7", 4, Hardware.Windows7) { Ad = new() { HasCertificate = false }, Arrives = false },
        new("AdLinux", 2, Hardware.LinuxDesktop) { Ad = new() { HasCertificate = false } },
        new("AdMac", 1, Hardware.Mac) { Ad = new() { HasCertificate = false } },
        new("AdClusterName", 3, Hardware.Unspecified) { Ad = new() { HasCertificate = false, Container = "OU=Servers" } },
        new("DefenderServer", 8, Hardware.Server) { Entra = [NoTrustType], Intune = [Defender] },
        new("DefenderLinuxServer", 4, Hardware.LinuxServer) { Entra = [NoTrustType], Intune = [Defender] },
        new("DefenderClient", 3, Hardware.Laptop) { Entra = [NoTrustType], Intune = [Defender] },
        new("DefenderClientWithoutRecord", 1, Hardware.Desktop) { Entra = [NoTrustType] },
        new("NoJoinAtAll", 1, Hardware.Laptop) { Entra = [NoTrustType with { Mdm = Mdm.Never }] },
    ];
}
