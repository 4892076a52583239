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
    // Gathered and hashed as a whole: the pieces are short, and the hash has much to do for each.
    private byte[] _bytes = new byte[2_048];
    private int _length;

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
        device.EnrollmentMethod.AsSpan().ToLowerInvariant(Text(device.EnrollmentMethod.Length));
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
        if (id?.Guid is { } guid) guid.TryFormat(Text(36), out _, "D");
        else Add(id?.OtherText);
    }

    private void Add(string? text)
    {
        if (text is null) Add(-1);
        else text.CopyTo(Text(text.Length));
    }

    private void Add(long number) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), number);

    /// <summary>Room for a text, behind its length.</summary>
    private Span<char> Text(int length)
    {
        Add(length);
        return MemoryMarshal.Cast<byte, char>(Room(length * sizeof(char)));
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length));
        var room = _bytes.AsSpan(_length, length);
        _length += length;
        return room;
    }

    private long Take()
    {
        var value = unchecked((long)XxHash3.HashToUInt64(_bytes.AsSpan(0, _length)));
        _length = 0;
        return value;
    }
}
