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
            if (operation is not MapOperation map)
            {
                operations.Add(operation);
                continue;
            }

            foreach (int input in operation.Inputs)
            {
                if (uses.SoleConsumer(input) is not null && maps.TryGetValue(input, out MapOperation? inner) && IsPossible(map, input, inner))
                {
                    map = Substitute(map, input, inner);
                    gone.Add(input);
                }
            }

            maps.Add(map.Output, map);
            operations.Add(map);
        }

        return network with { Operations = operations.Where(operation => !gone.Contains(operation.Output)).ToEquatableArray() };
    }

    /// <summary>Whether each value of a formula is read once, by the value of the other at the same position.</summary>
    private static bool IsPossible(MapOperation map, int input, MapOperation inner)
    {
        int operand = map.Inputs.ToList().IndexOf(input);
        return inner.Size == map.Size && inner.Formula.Reads(_ => true) && map.Walks[operand].IsIdentity && map.Formula.CountOf(operand) == 1 && map.Formula.Size + inner.Formula.Size <= MostTerms;
    }

    private static MapOperation Substitute(MapOperation map, int replaced, MapOperation inner)
    {
        List<(int Tensor, Walk Walk)> operands = [];
        Term[] terms = [.. map.Inputs.Select((input, i) => input == replaced ? inner.Formula.Substitute(operand => Operand(inner, operand)) : Operand(map, i))];
        return map with
        {
            Inputs = operands.Select(operand => operand.Tensor).ToEquatableArray(),
            Walks = operands.Select(operand => operand.Walk).ToEquatableArray(),
            Formula = map.Formula.Substitute(operand => terms[operand]),
        };

        Term Operand(MapOperation reader, int operand)
        {
            (int, Walk) read = (reader.Inputs[operand], reader.Walks[operand]);
            if (!operands.Contains(read))
            {
                operands.Add(read);
            }

            return new OperandTerm(operands.IndexOf(read));
        }
    }
}
