using System.Security.Cryptography;
using System.Text;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline;

/// <summary>Lets the primary user of a device through as <c>Privacy:PrimaryUser</c> says.</summary>
internal sealed class PrimaryUserFilter
{
    private readonly PrimaryUserPrivacy _mode;
    private readonly byte[] _key;

    public PrimaryUserFilter(PrivacyOptions options)
    {
        _mode = options.PrimaryUser;
        _key = Encoding.UTF8.GetBytes(options.HashKey?.Reveal() ?? "");
    }

    /// <summary>Whether Graph is asked for the primary user at all.</summary>
    public bool IsAsked => _mode != PrimaryUserPrivacy.Drop;

    public ManagedDevice Apply(ManagedDevice device)
    {
        if (_mode == PrimaryUserPrivacy.Keep || device.UserPrincipalName is not { } user) return device;
        return device with { UserPrincipalName = _mode == PrimaryUserPrivacy.Hash ? Hash(user) : null };
    }

    // Sign-in names are compared without case, so their hashes are made without case.
    private string Hash(string user) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(user.ToLowerInvariant())));
}
