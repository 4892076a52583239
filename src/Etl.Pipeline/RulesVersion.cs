using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Etl.Pipeline.Configuration;
using Etl.Transform;

namespace Etl.Pipeline;

/// <summary>
/// Which rules a run went by: the version of the program, and a hash of what the configuration says about them. Two days with the same
/// one were classified by the same rules.
/// </summary>
internal static class RulesVersion
{
    public static string Of(EtlOptions options)
    {
        var settings = JsonSerializer.SerializeToUtf8Bytes(new { options.Rules, options.Tables });
        var program = typeof(DeviceTransformer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return $"{program}/{Convert.ToHexStringLower(SHA256.HashData(settings))[..12]}";
    }
}
