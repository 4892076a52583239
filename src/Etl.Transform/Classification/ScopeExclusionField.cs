namespace Etl.Transform.Classification;

/// <summary>What a scope exclusion looks at.</summary>
public enum ScopeExclusionField
{
    /// <summary>The device name.</summary>
    Name,

    Model,

    /// <summary>The organisational unit: the distinguished name of the AD computer's parent.</summary>
    Ou,

    EnrollmentProfileName,
}
