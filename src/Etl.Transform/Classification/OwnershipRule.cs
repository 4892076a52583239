using Etl.Model.Devices;

namespace Etl.Transform.Classification;

/// <summary>Section 6 of the rules: whose device it is. Intune's word before Entra's.</summary>
internal static class OwnershipRule
{
    public static Ownership Classify(in DeviceFacts device) =>
        device.M.Ownership != Ownership.Unknown ? device.M.Ownership : device.E.Ownership;
}
