using System.Text;
using System.Text.Unicode;

namespace Etl.Extract.Graph;

/// <summary>What the tags of <c>physicalIds</c> say that the rules ask about. Their case varies.</summary>
internal readonly record struct PhysicalIds(bool HasZtdId, string[]? HardwareIds)
{
    public static PhysicalIds Read(ref JsonCursor json, FieldReader fields, int property)
    {
        if (json.TryTakeWord("null"u8)) return default;
        if (json.Peek() != '[')
        {
            json.Skip();
            fields.CountUnreadable(property);
            return default;
        }

        var hasZtdId = false;
        string[]? hardwareIds = null;
        for (var more = json.TryEnterArray(); more; more = json.TryNextItem())
        {
            if (!fields.TryUtf8(ref json, property, out var tag, out _)) continue;
            hasZtdId |= HasTag(tag, "[ZTDID]"u8);
            if (!HasTag(tag, "[HWID]"u8) || !Utf8.IsValid(tag)) continue;
            var hardwareId = Upper(tag);
            if (hardwareIds is null) hardwareIds = [hardwareId];
            else if (!hardwareIds.Contains(hardwareId, StringComparer.Ordinal)) hardwareIds = [.. hardwareIds, hardwareId];
        }

        return new PhysicalIds(hasZtdId, hardwareIds);
    }

    private static bool HasTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) =>
        text.Length >= tag.Length && Ascii.EqualsIgnoreCase(text[..tag.Length], tag);

    private static string Upper(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text)
            ? string.Create(text.Length, text, static (chars, bytes) => Ascii.ToUpper(bytes, chars, out _))
            : Encoding.UTF8.GetString(text).ToUpperInvariant();
}
