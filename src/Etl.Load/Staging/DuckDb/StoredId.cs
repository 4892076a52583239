using System.Security.Cryptography;
using System.Text;
using Etl.Model.Values;

namespace Etl.Load.Staging.DuckDb;

/// <summary>
/// Ids in the shape of <c>dim.device</c>: a GUID in 16 bytes, or any other text as it is in a column of its own. The text of a million
/// GUIDs would be the larger part of what is staged.
/// </summary>
internal static class StoredId
{
    /// <summary>The GUID, or of another text what its hash makes, as up/0033_pack_device.sql does: equal for equal ids only.</summary>
    public static Guid KeyOf(SourceId id) =>
        id.Guid ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id.OtherText!)).AsSpan(0, 16), bigEndian: true);
}
