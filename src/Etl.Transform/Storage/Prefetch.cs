using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Etl.Transform.Storage;

/// <summary>
/// Asks for memory before it is needed. A key's place in a hash table lies anywhere in megabytes: a loop that asks for those of the
/// next keys waits for several at once, where it would wait for each in turn. Only x86 processors are asked.
/// </summary>
internal static class Prefetch
{
    /// <summary>How many turns of a loop ahead: enough to cover the wait, few enough for the nearest cache.</summary>
    public const int Ahead = 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void At<T>(ref T place)
    {
        // The address may be out of date after a garbage collection; asking for a wrong one does no harm.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
