using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;

namespace Etl.PowerBI.Tests.Numbers;

/// <summary>Watches no run.</summary>
internal sealed class Nobody : IRunObserver
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
