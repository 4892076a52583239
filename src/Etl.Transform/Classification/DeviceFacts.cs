using Etl.Transform.Matching;
using Etl.Transform.Storage;

namespace Etl.Transform.Classification;

/// <summary>What the rules may look at for one device: its E, M and A, each of which may be absent, and the snapshot instant T.</summary>
internal readonly ref struct DeviceFacts
{
    public readonly ref readonly EntraRow E;
    public readonly ref readonly IntuneRow M;
    public readonly ref readonly AdRow A;
    public readonly Instant T;

    public DeviceFacts(in EntraRow e, in IntuneRow m, in AdRow a, Instant t)
    {
        E = ref e;
        M = ref m;
        A = ref a;
        T = t;
    }

    public bool HasE => E.IsPresent;
    public bool HasM => M.IsPresent;
    public bool HasA => A.IsPresent;
}
