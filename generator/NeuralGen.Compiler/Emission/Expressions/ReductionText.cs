using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>What a reduction is made of, in C#: how values join, and what becomes of them in the end.</summary>
/// <param name="reduce">The reduction.</param>
/// <param name="arithmetic">How numbers are written.</param>
internal sealed class ReductionText(ReduceOperation reduce, Arithmetic arithmetic)
{
    /// <summary>Whether values can join as vectors.</summary>
    public bool HasVectors => arithmetic.Lanes is not null;

    /// <summary>The variable that values join in.</summary>
    public string Accumulator => reduce.Reduction switch
    {
        Reduction.Max => "max",
        Reduction.Min => "min",
        Reduction.Product => "product",
        _ => "sum",
    };

    /// <summary>What nothing but values can change.</summary>
    /// <param name="numbers">How numbers are written, or vectors of them.</param>
    public string Start(Arithmetic numbers) => numbers.Literal(reduce.Reduction switch
    {
        Reduction.Max => double.NegativeInfinity,
        Reduction.Min => double.PositiveInfinity,
        Reduction.Product => 1,
        _ => 0,
    });

    /// <summary>What joins, of a value.</summary>
    public string Term(string value) => reduce.Reduction switch
    {
        Reduction.L1 => arithmetic.Abs(value),
        Reduction.L2 or Reduction.SumOfSquares => $"{value} * {value}",
        _ => value,
    };

    /// <summary>The same of a vector.</summary>
    public string VectorTerm(string values) => reduce.Reduction == Reduction.L1 ? arithmetic.Lanes!.Abs(values) : Term(values);

    /// <summary>The statement that joins a value with those that have joined.</summary>
    public string Update(string joined, string value) => reduce.Reduction switch
    {
        Reduction.Max => $"{joined} = {arithmetic.Max(joined, value)};",
        Reduction.Min => $"{joined} = {arithmetic.Min(joined, value)};",
        Reduction.Product => $"{joined} *= {value};",
        _ => $"{joined} += {value};",
    };

    /// <summary>The same of vectors.</summary>
    public string UpdateVector(string joined, string values) => reduce.Reduction is Reduction.Max or Reduction.Min ? $"{joined} = {Joined(joined, values)};" : Update(joined, values);

    /// <summary>The statement that joins a value with all lanes of vectors: of one or of four.</summary>
    public string UpdateByLanes(string joined, IReadOnlyList<string> vectors)
    {
        string all = vectors.Count == 1 ? vectors[0] : Joined(Part(Joined(vectors[0], vectors[1])), Part(Joined(vectors[2], vectors[3])));
        string lanes = reduce.Reduction switch
        {
            Reduction.Max => "Largest",
            Reduction.Min => "Smallest",
            Reduction.Product => "Product",
            _ => "Sum",
        };
        return Update(joined, $"{LaneArithmetic.RowLanes}.{lanes}({all})");
    }

    private string Joined(string left, string right) => reduce.Reduction switch
    {
        Reduction.Max => $"{LaneArithmetic.RowLanes}.Larger({left}, {right})",
        Reduction.Min => $"{LaneArithmetic.RowLanes}.Smaller({left}, {right})",
        Reduction.Product => $"{left} * {right}",
        _ => $"{left} + {right}",
    };

    private string Part(string joined) => reduce.Reduction is Reduction.Max or Reduction.Min ? joined : $"({joined})";

    /// <summary>What becomes of the values that have joined.</summary>
    public string Result(string joined) => reduce.Reduction switch
    {
        Reduction.Mean when reduce.Count > 1 => $"{joined} / {arithmetic.Literal(reduce.Count)}",
        Reduction.L2 => arithmetic.Sqrt(joined),
        Reduction.LogSum => arithmetic.Log(joined),
        _ => joined,
    };
}
