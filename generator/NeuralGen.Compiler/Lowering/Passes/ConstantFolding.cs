using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Computes while building what is computed from constants alone, writes constants of one value into the formulas that read them, and moves
/// values where constants say from where. Parameters are no constants: training changes them, and callers see them.
/// </summary>
internal static class ConstantFolding
{
    /// <summary>Larger results are computed by the program.</summary>
    private const int MostValues = 1 << 21;

    /// <summary>More products and terms are computed by the program.</summary>
    private const long MostWork = 20_000_000;

    /// <summary>Values of several tensors in more boxes than that would be a loop for each.</summary>
    private const int MostRuns = 64;

    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        if (!network.Operations.Any(operation => operation is ConstantOperation))
        {
            return network;
        }

        NumberIds numbers = NumberIds.After(network);
        Dictionary<int, ConstantOperation> constants = [];
        List<Operation> operations = [];
        foreach (Operation operation in network.Operations)
        {
            Operation folded = operation as ConstantOperation ?? Compute(network, operation, constants, numbers) ?? Simplify(operation, constants);
            operations.Add(folded);
            if (folded is ConstantOperation constant)
            {
                constants.Add(constant.Output, constant);
            }
        }

        return network with { Operations = operations.ToEquatableArray() };
    }

    /// <summary>What an operation computes; null where it needs more than constants, or too much.</summary>
    private static ConstantOperation? Compute(Network network, Operation operation, Dictionary<int, ConstantOperation> constants, NumberIds numbers)
    {
        Tensor result = network.Tensors[operation.Output];
        bool isPossible = operation is not DropoutOperation && !operation.Parameters.Any() && !operation.Statistics.Any() && !operation.HasStoredNumbers
            && operation.Inputs.All(input => constants.TryGetValue(input, out ConstantOperation? constant) && constant.IsExact)
            && result.Size <= MostValues && operation.MultiplyAdds + (operation.UnrolledTerms ?? 0) <= MostWork;
        if (!isPossible)
        {
            return null;
        }

        double[][] inputs = [.. operation.Inputs.Select(input => constants[input].Evaluate([]))];
        double[] values;
        try
        {
            values = result.Type == ElementType.Float ? operation.Evaluate(inputs, new Rounding(network.Precision)) : operation.Evaluate(inputs);
        }
        catch (Exception error) when (error is DivideByZeroException or DataIndexException)
        {
            // The program says so when it gets there.
            return null;
        }

        if (result.Type == ElementType.Float)
        {
            return new ConstantOperation(operation.Layer, operation.Output, ElementType.Float, numbers.Add(new NumberArray((double[])values.Clone())), new([]));
        }

        bool isExact = Array.TrueForAll(values, value => Math.Abs(value) < ConstantOperation.MostExact);
        return isExact ? new ConstantOperation(operation.Layer, operation.Output, result.Type, null, new(Array.ConvertAll(values, value => (long)value))) : null;
    }

    private static Operation Simplify(Operation operation, Dictionary<int, ConstantOperation> constants) => operation switch
    {
        MapOperation map => WithLiterals(map, constants),
        GatherOperation { Table: null } gather when constants.TryGetValue(gather.Inputs[1], out ConstantOperation? indices) => AsMove(gather, indices) ?? operation,
        ScatterOperation scatter when constants.TryGetValue(scatter.Inputs[1], out ConstantOperation? indices) => AsMove(scatter, indices) ?? operation,
        _ => operation,
    };

    /// <summary>A formula with the numbers that some of its operands always are.</summary>
    private static MapOperation WithLiterals(MapOperation map, Dictionary<int, ConstantOperation> constants)
    {
        Term?[] literals = [.. map.Inputs.Select(input => constants.TryGetValue(input, out ConstantOperation? constant) ? LiteralOf(constant) : null)];
        if (Array.TrueForAll(literals, literal => literal is null))
        {
            return map;
        }

        int[] kept = [.. Enumerable.Range(0, literals.Length).Where(input => literals[input] is null)];
        Term formula = map.Formula.Substitute(operand => literals[operand] ?? new OperandTerm(Array.IndexOf(kept, operand), map.Formula.TypeOf(operand)!.Value));
        return kept.Length == 0 || DividesByZero(formula) ? map : map with
        {
            Formula = formula,
            Inputs = kept.Select(input => map.Inputs[input]).ToEquatableArray(),
            Walks = kept.Select(input => map.Walks[input]).ToEquatableArray(),
        };
    }

    private static Term? LiteralOf(ConstantOperation constant)
    {
        if (constant.Floats is { } floats)
        {
            return floats.IsKnown && floats.Count > 0 && floats.All(value => BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(floats[0])) ? new NumberTerm(floats[0]) : null;
        }

        return constant.Wholes.Count > 0 && constant.Wholes.All(value => value == constant.Wholes[0]) ? new WholeTerm(constant.Wholes[0], constant.Type) : null;
    }

    /// <summary>C# refuses to compile a whole number divided by a zero that it knows.</summary>
    private static bool DividesByZero(Term term) =>
        (term is BinaryTerm { Sign: '/' or '%', Right: var divisor } && term.Type.IsInteger() && !divisor.Reads(_ => true) && (divisor.MayThrow || divisor.Whole([], default) == 0))
        || term.Parts.Any(DividesByZero);

    /// <summary>The same values moved; null where an index is out of range, or neighbours do not stay together.</summary>
    private static MoveOperation? AsMove(GatherOperation gather, ConstantOperation indices)
    {
        (int outer, int length, int inner) = (gather.Rows.Outer, gather.Rows.Length, gather.Rows.Inner);
        if (indices.Wholes.Count == 0 || indices.Wholes.Any(index => index < -length || index >= length))
        {
            return null;
        }

        IReadOnlyList<AxisRun> runs = AxisRun.Of([.. indices.Wholes.Select(index => (int)(index < 0 ? index + length : index))]);
        return new MoveOperation(gather.Layer, new([gather.Inputs[0]]), gather.Output, "gather", IndexMap.Along(Shape.Of(outer, length, inner), 1, runs));
    }
    /// <summary>The same values of two tensors; null where an index is out of range, or too few of them stay together.</summary>
    private static MoveOperation? AsMove(ScatterOperation scatter, ConstantOperation indices)
    {
        int length = scatter.Data[scatter.Axis];
        if (scatter.Adds || indices.Wholes.Any(index => index < -length || index >= length))
        {
            return null;
        }

        (int Input, int Index)[] sources = [.. Enumerable.Range(0, scatter.Data.Size).Select(i => (0, i))];
        int[] bases = scatter.Bases();
        for (int update = 0; update < bases.Length; update++)
        {
            long index = indices.Wholes[update] < 0 ? indices.Wholes[update] + length : indices.Wholes[update];
            sources[bases[update] + ((int)index * scatter.Step)] = (1, update);
        }

        List<IndexBox> boxes = [];
        for (int start = 0; start < sources.Length;)
        {
            int end = start + 1;
            while (end < sources.Length && sources[end].Input == sources[start].Input && sources[end].Index == sources[end - 1].Index + 1)
            {
                end++;
            }

            boxes.Add(new IndexBox(new([start]), new([end - start]), sources[start].Input, sources[start].Index, new([1])));
            start = end;
        }

        return boxes.Count > MostRuns ? null
            : new MoveOperation(scatter.Layer, new([scatter.Inputs[0], scatter.Inputs[2]]), scatter.Output, "scatter", new IndexMap(Shape.Vector(sources.Length), boxes.ToEquatableArray()));
    }
}
