using Etl.Warehouse;
using Microsoft.Extensions.Caching.Memory;

namespace Etl.Dashboard.Data;

/// <summary>
/// What was read from the warehouse, for as long as it shows the same edition: a published day does not change. A question is asked
/// once, however many wait for its answer, and an answer is wholly of its edition or none.
/// </summary>
public sealed class ReportCache(IWarehouse warehouse, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(10);

    private const int MostAnswers = 1_000;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostAnswers });
    private readonly Lock _lock = new();

    /// <param name="age">For what changes between publications too.</param>
    /// <exception cref="EditionChangedException">The warehouse shows another edition by now.</exception>
    public async Task<T> GetAsync<T>(Edition edition, string question, Func<WarehouseSession, Task<T>> ask, TimeSpan? age = null)
    {
        var key = (edition, question);
        Lazy<Task<T>> answer;
        lock (_lock)
        {
            if (!_answers.TryGetValue(key, out (Lazy<Task<T>> Task, DateTimeOffset Until) kept) || kept.Until < clock.GetUtcNow())
            {
                kept = (new Lazy<Task<T>>(() => AskAsync(edition, ask)), clock.GetUtcNow() + (age ?? LongestAge));
                _answers.Set(key, kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = age ?? LongestAge });
            }

            answer = kept.Task;
        }

        try
        {
            return await answer.Value;
        }
        catch
        {
            _answers.Remove(key);
            throw;
        }
    }

    public void Dispose() => _answers.Dispose();

    // What is cached is asked for by many: one that goes away must not take the answer from the others.
    private Task<T> AskAsync<T>(Edition edition, Func<WarehouseSession, Task<T>> ask) =>
        warehouse.UseAsync(WarehouseAccess.Read, async session =>
        {
            var answer = await ask(session);
            return await EditionWatch.ReadAsync(session) == edition ? answer : throw new EditionChangedException();
        }, CancellationToken.None);
}
