using Etl.Model.Devices;

namespace Etl.Transform.Matching;

/// <summary>One device: which E, M and A it is made of, as indexes into the inventories; <see cref="None"/> where it has none.</summary>
internal readonly record struct MatchedDevice(int Entra, int Intune, int Ad, AdMatch AdMatch)
{
    public const int None = -1;
}
