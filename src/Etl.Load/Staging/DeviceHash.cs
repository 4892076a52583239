using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Etl.Model.Devices;
using Etl.Model.Values;

namespace Etl.Load.Staging;

/// <summary>
/// The attributes of devices in 64 bits each: two snapshots of one device with the same hash have the same attributes. Made here and
/// not by the store, so that every store holds the same. Each text goes in behind its length, a missing one as the length -1: no two
/// rows of attributes make the same bytes.
/// </summary>
internal sealed class DeviceHash
{
    private readonly XxHash3 _hash = new();

    /// <summary>Of the attributes whose change begins a version.</summary>
    public long OfType2(ClassifiedDevice device)
    {
        Add(device.DeviceName);
        Add(device.SerialNumber);
        Add(device.Manufacturer);
        Add(device.Model);
        Add((long)device.Ownership);
        Add(device.OrganizationalUnit);
        Add(device.PrimaryUser);
        Add((long)device.JoinType);
        // A method is one member of its dimension however its case is written.
        Add(device.EnrollmentMethod.ToLowerInvariant());
        Add(device.IsEnrolled ? 1 : 0);
        Add(device.IsAutopilot ? 1 : 0);
        return Take();
    }

    /// <summary>Of the attributes that are overwritten.</summary>
    public long OfType1(ClassifiedDevice device)
    {
        Add(device.EntraObjectId);
        Add(device.IntuneId);
        Add(device.AdDistinguishedName);
        Add(device.AdSid);
        Add(device.Registered?.UtcTicks ?? -1);
        Add(device.Enrolled?.UtcTicks ?? -1);
        return Take();
    }

    private void Add(SourceId? id)
    {
        if (id?.Guid is not { } guid)
        {
            Add(id?.OtherText);
            return;
        }

        Span<char> text = stackalloc char[36];
        guid.TryFormat(text, out _, "D");
        Add(text);
    }

    private void Add(string? text)
    {
        if (text is null) Add(-1L);
        else Add(text.AsSpan());
    }

    private void Add(ReadOnlySpan<char> text)
    {
        Add((long)text.Length);
        _hash.Append(MemoryMarshal.AsBytes(text));
    }

    private void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _hash.Append(bytes);
    }

    private long Take()
    {
        var value = unchecked((long)_hash.GetCurrentHashAsUInt64());
        _hash.Reset();
        return value;
    }
}
