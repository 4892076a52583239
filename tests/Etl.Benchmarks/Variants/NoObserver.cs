using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;

namespace Etl.Benchmarks.Variants;

internal sealed class NoObserver : IRunObserver
{
    public void Started(RunRecord run)
    {
    }

    public void Read(SourceProgress progress)
    {
    }

    public void Loaded(long rows, long total)
    {
    }

    public void Warned(string sentence)
    {
    }

    public void Ended(RunRecord run)
    {
    }
}
