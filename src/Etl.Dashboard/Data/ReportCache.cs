using Microsoft.Extensions.Caching.Memory;

namespace Etl.Dashboard.Data;

/// <summary>
/// What was read from the warehouse, for as long as many people look at once: a question is asked once, however many wait for its
/// answer. Answers are a few seconds old at most.
/// </summary>
public sealed class ReportCache(TimeProvider clock) : IDisposable
{
    private const int MostAnswers = 1_000;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostAnswers });
    private readonly Lock _lock = new();

    public async Task<T> GetAsync<T>(string question, Func<Task<T>> ask)
    {
        Lazy<Task<T>> answer;
        lock (_lock)
        {
            if (!_answers.TryGetValue(question, out (Lazy<Task<T>> Task, DateTimeOffset Until) kept) || kept.Until < clock.GetUtcNow())
            {
                kept = (new Lazy<Task<T>>(ask), clock.GetUtcNow() + Age);
                _answers.Set(question, kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Age });
            }

            answer = kept.Task;
        }

        try
        {
            return await answer.Value;
        }
        catch
        {
            _answers.Remove(question);
            throw;
        }
    }

    public void Dispose() => _answers.Dispose();
}
