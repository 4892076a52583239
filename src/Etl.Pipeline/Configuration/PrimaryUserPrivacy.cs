namespace Etl.Pipeline.Configuration;

/// <summary>What happens to the primary user of a device.</summary>
public enum PrimaryUserPrivacy
{
    Keep,
    Hash,
    Drop,
}
