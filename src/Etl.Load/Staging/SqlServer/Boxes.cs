namespace Etl.Load.Staging.SqlServer;

/// <summary>The objects of values that come again and again, made once: the client takes a value as an object.</summary>
internal static class Boxes
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Small = [.. Enumerable.Range(0, 256).Select(number => (object)(short)number)];
    private static readonly object[] Days = [.. Enumerable.Range(0, 4_096).Select(number => (object)number)];

    public static object Of(bool value) => value ? True : False;

    /// <summary>The key of a dimension: the number of a member of an enum of bytes.</summary>
    public static object OfKey(byte value) => Small[value];

    public static object Of(int value) => (uint)value < (uint)Days.Length ? Days[value] : value;
}
