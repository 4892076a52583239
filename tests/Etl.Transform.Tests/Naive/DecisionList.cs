using System.Collections;

namespace Etl.Transform.Tests.Naive;

/// <summary>A table of the rules as it is printed: a code and when it holds, and the first row that holds decides.</summary>
internal sealed class DecisionList<TCode> : IEnumerable where TCode : struct, Enum
{
    private readonly List<(TCode Code, Func<NaiveDevice, bool> Holds)> _rows = [];

    public void Add(TCode code, Func<NaiveDevice, bool> holds) => _rows.Add((code, holds));

    public TCode FirstThatHolds(NaiveDevice device) => _rows.First(row => row.Holds(device)).Code;

    IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();
}
