using System.Security.Cryptography;
using System.Text;

namespace Etl.Load.Staging.DuckDb;

/// <summary>
/// An id in the shape of <c>dim.device</c>: a GUID in form D, lower case, in 16 bytes, or any other text as it is. Every inventory
/// prints its ids in that form; the text of a million of them would be the larger part of what is staged.
/// </summary>
internal readonly record struct StoredId(Guid? Guid, string? Text)
{
    public static StoredId Of(string? id)
    {
        if (!System.Guid.TryParseExact(id, "D", out var guid)) return new StoredId(Guid: null, id);
        Span<char> printed = stackalloc char[36];
        guid.TryFormat(printed, out _, "D");
        return printed.SequenceEqual(id) ? new StoredId(guid, Text: null) : new StoredId(Guid: null, id);
    }

    /// <summary>The GUID, or of another text what its hash makes, as up/0033_pack_device.sql does: equal for equal ids only.</summary>
    public Guid Key => Guid ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Text!)).AsSpan(0, 16), bigEndian: true);
}
