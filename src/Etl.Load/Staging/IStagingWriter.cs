namespace Etl.Load.Staging;

/// <summary>Bulk-writes what is to be published into the staging tables, in place of whatever is there.</summary>
internal interface IStagingWriter
{
    /// <summary>Returns the number of devices. A failure leaves nothing of them staged.</summary>
    Task<int> WriteAsync(Publication publication, IProgress<long>? progress, CancellationToken cancellationToken);
}
