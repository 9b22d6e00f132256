using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Puts a formula into the one that is its only reader, so that one loop computes both and nothing lies between them.</summary>
internal static class MapSubstitution
{
    /// <summary>Nobody reads longer formulas.</summary>
    private const int MostTerms = 64;

    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        if (network.Operations.OfType<MapOperation>().Take(2).Count() < 2)
        {
            return network;
        }

        TensorUses uses = new(network);
        Dictionary<int, MapOperation> maps = [];
        HashSet<int> gone = [];
        List<Operation> operations = [];
        foreach (Operation operation in network.Operations)
        {
            if ((operation is AddOperation sum ? AsMap(network, sum, maps, uses) : operation) is not MapOperation map)
            {
                operations.Add(operation);
                continue;
            }

            foreach (int input in operation.Inputs)
            {
                if (uses.SoleConsumer(input) is not null && maps.TryGetValue(input, out MapOperation? inner) && IsPossible(map, input, inner))
                {
                    map = Substitute(network, map, input, inner);
                    gone.Add(input);
                }
            }

            maps.Add(map.Output, map);
            operations.Add(map);
        }

        return network with { Operations = operations.Where(operation => !gone.Contains(operation.Output)).ToEquatableArray() };
    }

    /// <summary>
    /// Puts formulas of whole numbers and truth values into those that read them, however many these are, so that derivatives find floating-point
    /// numbers alone.
    /// </summary>
    public static Network RunConditions(Network network)
    {
        if (network.Operations.All(operation => network.Tensors[operation.Output].Type == ElementType.Float || operation is ConstantOperation))
        {
            return network;
        }

        Dictionary<int, MapOperation> maps = [];
        List<Operation> operations = [];
        foreach (Operation operation in network.Operations)
        {
            Operation result = operation is CastOperation cast && (cast.To != ElementType.Float || maps.ContainsKey(cast.Inputs[0])) ? AsMap(network, cast) : operation;
            if (result is MapOperation map)
            {
                foreach (int input in result.Inputs)
                {
                    int operand = map.Inputs.ToList().IndexOf(input);
                    if (maps.TryGetValue(input, out MapOperation? inner) && inner.Size == map.Size && map.Walks[operand].IsIdentity
                        && map.Formula.Size + (map.Formula.CountOf(operand) * inner.Formula.Size) <= MostTerms)
                    {
                        map = Substitute(network, map, input, inner);
                    }
                }

                result = map;
                if (map.Formula.Type != ElementType.Float)
                {
                    maps.Add(map.Output, map);
                }
            }

            operations.Add(result);
        }

        return network with { Operations = operations.ToEquatableArray() };
    }

    /// <summary>The sum of two formulas that nobody else reads as a formula; any other sum stays what kernels add to their results.</summary>
    private static Operation AsMap(Network network, AddOperation sum, Dictionary<int, MapOperation> maps, TensorUses uses)
    {
        bool areFormulas = sum.Inputs.Count == 2 && sum.Inputs[0] != sum.Inputs[1] && network.Tensors[sum.Output].Type == ElementType.Float
            && sum.Inputs.All(input => maps.TryGetValue(input, out MapOperation? inner) && inner.Size == sum.Size && uses.SoleConsumer(input) is not null);
        Walk each = Walk.Of([sum.Size], [1]);
        return areFormulas
            ? new MapOperation(sum.Layer, sum.Inputs, sum.Output, new BinaryTerm('+', new OperandTerm(0), new OperandTerm(1)), sum.Size, new([each, each]))
            : sum;
    }

    private static MapOperation AsMap(Network network, CastOperation cast)
    {
        int size = network.Tensors[cast.Output].Size;
        return new(cast.Layer, cast.Inputs, cast.Output, new CastTerm(new OperandTerm(0, cast.From), cast.To, IsWritten: true), size, new([Walk.Of([size], [1])]));
    }

    /// <summary>Whether each value of a formula is read once, by the value of the other at the same position.</summary>
    private static bool IsPossible(MapOperation map, int input, MapOperation inner)
    {
        int operand = map.Inputs.ToList().IndexOf(input);
        return inner.Size == map.Size && inner.Formula.Reads(_ => true) && map.Walks[operand].IsIdentity && map.Formula.CountOf(operand) == 1 && map.Formula.Size + inner.Formula.Size <= MostTerms;
    }

    private static MapOperation Substitute(Network network, MapOperation map, int replaced, MapOperation inner)
    {
        List<(int Tensor, Walk Walk)> operands = [];
        Term[] terms = [.. map.Inputs.Select((input, i) => input == replaced ? inner.Formula.Substitute(operand => Operand(inner, operand)) : Operand(map, i))];
        return map with
        {
            Inputs = operands.Select(operand => operand.Tensor).ToEquatableArray(),
            Walks = operands.Select(operand => operand.Walk).ToEquatableArray(),
            Formula = map.Formula.Substitute(operand => terms[operand]),
            FoldedLayers = map.FoldedLayers.Concat(inner.FoldedLayers).Append(inner.Layer).ToEquatableArray(),
        };

        Term Operand(MapOperation reader, int operand)
        {
            (int, Walk) read = (reader.Inputs[operand], reader.Walks[operand]);
            if (!operands.Contains(read))
            {
                operands.Add(read);
            }

            return new OperandTerm(operands.IndexOf(read), network.Tensors[read.Item1].Type);
        }
    }
}
