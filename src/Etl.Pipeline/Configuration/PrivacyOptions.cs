using Etl.Model.Values;

namespace Etl.Pipeline.Configuration;

/// <summary>What of a person reaches the warehouse (<c>Privacy</c>).</summary>
public sealed record PrivacyOptions
{
    /// <summary>
    /// <c>Keep</c> the primary user's sign-in name, <c>Hash</c> it with <c>HashKey</c> so that devices of one user still share a
    /// value, or <c>Drop</c> it: then Graph is not even asked for it, and the archive does not hold it either.
    /// </summary>
    public PrimaryUserPrivacy PrimaryUser { get; init; } = PrimaryUserPrivacy.Keep;

    /// <summary>Key of the hash, at least 16 characters.</summary>
    public Secret? HashKey { get; init; }

    internal IEnumerable<string> Validate()
    {
        if (PrimaryUser == PrimaryUserPrivacy.Hash && (HashKey?.Reveal().Length ?? 0) < 16)
            yield return "HashKey: required by PrimaryUser Hash, at least 16 characters; set it in the environment or in a secret file.";
    }
}
