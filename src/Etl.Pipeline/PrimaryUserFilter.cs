using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Etl.Extract.Graph;
using Etl.Model.Sources;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline;

/// <summary>
/// Lets the primary user of a device through as <c>Privacy:PrimaryUser</c> says. A record that cannot be used is kept as it was read, but
/// for its user.
/// </summary>
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

    public RejectedRow Apply(RejectedRow row) =>
        _mode == PrimaryUserPrivacy.Keep || row is not { Source: SourceKind.Intune, Raw: { } raw } ? row : row with { Raw = WithoutUser(raw) };

    // Nor with what else a server may tell of people without being asked.
    private static string? WithoutUser(string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(raw);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var kept = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(kept))
            {
                writer.WriteStartObject();
                foreach (var property in json.RootElement.EnumerateObject().Where(property => ManagedDeviceSource.IsOfTheDevice(property.Name)))
                {
                    writer.WritePropertyName(property.Name);
                    writer.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true);
                }

                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(kept.WrittenSpan);
        }
        catch (JsonException)
        {
            // Cut at the length that is kept: what is left cannot be looked through.
            return null;
        }
    }

    // Sign-in names are compared without case, so their hashes are made without case.
    private string Hash(string user) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(user.ToLowerInvariant())));
}
