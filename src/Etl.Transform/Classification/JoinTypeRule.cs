using Etl.Model.Devices;
using Etl.Transform.Matching;

namespace Etl.Transform.Classification;

/// <summary>Section 3 of the rules: how a device is tied to the organisation's identity. First that holds.</summary>
internal static class JoinTypeRule
{
    public static JoinType Classify(in DeviceFacts device)
    {
        if (!device.HasE) return device.HasA ? JoinType.DomainJoined : JoinType.NotJoined;
        return device.E.TrustType switch
        {
            TrustType.ServerAd => IsHybridPending(device.E) ? JoinType.HybridPending : JoinType.HybridJoined,
            TrustType.AzureAd => IsAutopilotPending(device) ? JoinType.AutopilotPending : JoinType.EntraJoined,
            TrustType.Workplace => JoinType.EntraRegistered,
            _ => JoinType.Unknown,
        };
    }

    // https://learn.microsoft.com/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices
    private static bool IsHybridPending(in EntraRow e) => e.ProfileType != ProfileType.RegisteredDevice && e.IsUnregistered;

    private static bool IsAutopilotPending(in DeviceFacts device) =>
        device.E.HasZtdId && device.E.IsUnregistered && !device.E.LastSignIn.IsKnown && !EnrollmentStateRule.IsEnrolled(device.M);
}
