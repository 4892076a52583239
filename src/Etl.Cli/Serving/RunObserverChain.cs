using Etl.Model.Runs;
using Etl.Model.Sources;
using Etl.Pipeline;

namespace Etl.Cli.Serving;

/// <summary>Several observers of one run.</summary>
internal sealed class RunObserverChain(params IRunObserver[] observers) : IRunObserver
{
    public void Started(RunRecord run) => Array.ForEach(observers, observer => observer.Started(run));

    public void Read(SourceProgress progress) => Array.ForEach(observers, observer => observer.Read(progress));

    public void Loaded(long rows, long total) => Array.ForEach(observers, observer => observer.Loaded(rows, total));

    public void Warned(string sentence) => Array.ForEach(observers, observer => observer.Warned(sentence));

    public void Ended(RunRecord run) => Array.ForEach(observers, observer => observer.Ended(run));
}
