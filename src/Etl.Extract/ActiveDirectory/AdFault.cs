using Etl.Model.Errors;
using Etl.Model.Sources;

namespace Etl.Extract.ActiveDirectory;

/// <summary>A file that cannot be used as a whole. Asking again would not help, so none is transient.</summary>
internal static class AdFault
{
    public static EtlException Of(string message, Exception? inner = null) =>
        new(Stage.Extract, message, inner) { SourceKind = SourceKind.ActiveDirectory };

    public static EtlException Unreadable(string path, Exception inner) =>
        Of($"{path} cannot be read: {inner.Message} Close the program that has it open, or give this account the right to read it.", inner);
}
