using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Pipeline;

/// <summary>Nobody watches the single run; whoever started it tells of the whole.</summary>
public sealed class NoObserver : IRunObserver
{
    public static readonly NoObserver Instance = new();

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
