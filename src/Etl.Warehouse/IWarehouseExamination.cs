using Etl.Model.Diagnosis;

namespace Etl.Warehouse;

/// <summary>What <c>etl doctor</c> asks of a warehouse. It makes nothing and writes nothing.</summary>
public interface IWarehouseExamination
{
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);
}
