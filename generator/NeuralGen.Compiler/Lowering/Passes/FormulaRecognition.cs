using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Finds activations and sums that are written out as formulas, in one or in several: the library has vectors for them, and products and convolutions
/// take them in.
/// </summary>
internal static class FormulaRecognition
{
    /// <summary>No function that has a name is longer.</summary>
    private const int MostTerms = 64;

    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        if (!network.Operations.Any(operation => operation is MapOperation))
        {
            return network;
        }

        Dictionary<int, Operation> writers = network.Operations.ToDictionary(operation => operation.Output);

        // What was a part of what is known now reads nothing any more, before anybody counts readers.
        return DeadOperationRemoval.Run(network with
        {
            Operations = network.Operations.Select(operation => operation is MapOperation map ? Recognised(network, map, writers) : operation).ToEquatableArray(),
        });
    }

    private static Operation Recognised(Network network, MapOperation map, Dictionary<int, Operation> writers)
    {
        if (network.Tensors[map.Output].Type != ElementType.Float)
        {
            return map;
        }

        SortedSet<int> candidates = [];
        Collect(map.Output);
        foreach (int candidate in candidates)
        {
            if (network.Tensors[candidate] is { Type: ElementType.Float } && Expanded(map.Output, candidate, []) is { } formula && KnownFormulas.Find(formula, network.Precision) is { } function)
            {
                return new ActivationOperation(map.Layer, new([candidate]), map.Output, function);
            }
        }

        return map.Formula is BinaryTerm { Sign: '+', Left: OperandTerm left, Right: OperandTerm right } && left.Index != right.Index && AreIdentities(map)
            && map.Inputs.All(input => network.Tensors[input].Type == ElementType.Float) && map.Inputs[left.Index] != map.Inputs[right.Index]
            ? new AddOperation(map.Layer, new([map.Inputs[left.Index], map.Inputs[right.Index]]), map.Output, map.Size)
            : map;

        // All tensors that are reached over operations value by value.
        void Collect(int tensor)
        {
            foreach (int input in Parts(tensor) ?? [])
            {
                if (candidates.Count < MostTerms && candidates.Add(input))
                {
                    Collect(input);
                }
            }
        }

        // The formula of a tensor in the values of another; a tensor that several read is met once.
        Term? Expanded(int tensor, int source, Dictionary<int, Term?> known)
        {
            if (!known.TryGetValue(tensor, out Term? term))
            {
                term = tensor == source ? new OperandTerm(0) : Parts(tensor) is { } inputs ? Joined(writers[tensor], [.. inputs.Select(input => Expanded(input, source, known))]) : null;
                known.Add(tensor, term);
            }

            return term;
        }

        IReadOnlyList<int>? Parts(int tensor) => !writers.TryGetValue(tensor, out Operation? writer) ? null : writer switch
        {
            MapOperation inner when AreIdentities(inner) => inner.Inputs,
            ActivationOperation { Function: ElementwiseActivation { Slopes: null } } => writer.Inputs,
            AddOperation { Inputs.Count: 2 } => writer.Inputs,
            _ => null,
        };
    }

    private static Term? Joined(Operation writer, Term?[] terms)
    {
        if (Array.IndexOf(terms, null) >= 0)
        {
            return null;
        }

        Term result = writer switch
        {
            MapOperation map => map.Formula.Substitute(operand => terms[operand]!),
            ActivationOperation activation => new ActivationTerm(activation.Function.Name, (ElementwiseActivation)activation.Function, terms[0]!),
            _ => new BinaryTerm('+', terms[0]!, terms[1]!),
        };
        return result.Size > MostTerms ? null : result;
    }

    private static bool AreIdentities(MapOperation map) => map.Walks.All(walk => walk.IsIdentity && walk.Count == map.Size);
}
