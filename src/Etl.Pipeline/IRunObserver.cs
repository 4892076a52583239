using Etl.Model.Runs;
using Etl.Model.Sources;

namespace Etl.Pipeline;

/// <summary>Whoever watches a run: a terminal, a log, nobody. Calls come from several threads and must return at once.</summary>
public interface IRunObserver
{
    void Started(RunRecord run);

    /// <summary>A page of a source has been read.</summary>
    void Read(SourceProgress progress);

    /// <summary>So many of the run's devices are in staging.</summary>
    void Loaded(long rows, long total);

    /// <summary>A sentence for the operator that does not stop the run.</summary>
    void Warned(string sentence);

    void Ended(RunRecord run);
}
