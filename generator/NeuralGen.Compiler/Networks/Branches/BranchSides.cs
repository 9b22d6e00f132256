using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Branches;

/// <summary>Of a list of computations, which are needed on one side of a branch alone, so that the other side leaves them out.</summary>
internal static class BranchSides
{
    private static readonly BranchSide[] Always = [];

    /// <summary>For each computation the sides on which alone it is needed, the outermost first; none where it is always needed.</summary>
    /// <param name="items">What each reads, what it writes, and the branch where it is one; in the order of computation.</param>
    /// <param name="outputs">The tensors that are needed at the end.</param>
    public static IReadOnlyList<BranchSide[]> Of(IReadOnlyList<(EquatableArray<int> Inputs, int Output, BranchOperation? Branch)> items, IEnumerable<int> outputs)
    {
        if (items.All(item => item.Branch is null))
        {
            return [.. items.Select(_ => Always)];
        }

        Dictionary<int, int> writers = [];
        for (int i = 0; i < items.Count; i++)
        {
            writers[items[i].Output] = i;
        }

        Dictionary<int, BranchSide[]> uses = outputs.Distinct().ToDictionary(output => output, _ => Always);
        BranchSide[][] results = new BranchSide[items.Count][];
        for (int i = items.Count - 1; i >= 0; i--)
        {
            (EquatableArray<int> inputs, int output, BranchOperation? branch) = items[i];

            // What is computed before its condition cannot wait for it.
            int index = i;
            BranchSide[] sides = uses.TryGetValue(output, out BranchSide[]? found)
                ? [.. found.TakeWhile(side => !writers.TryGetValue(side.Condition, out int writer) || writer < index)]
                : Always;
            results[i] = sides;
            for (int input = 0; input < inputs.Count; input++)
            {
                bool isSide = branch is not null && input > 0;
                BranchSide[] use = isSide ? [.. sides, new BranchSide(branch!.Condition, input == 1)] : sides;
                uses[inputs[input]] = uses.TryGetValue(inputs[input], out BranchSide[]? other) ? Common(use, other) : use;
            }
        }

        return results;
    }

    /// <summary>The same for the operations of a network.</summary>
    public static IReadOnlyList<BranchSide[]> Of(Network network) =>
        Of([.. network.Operations.Select(operation => (operation.Inputs, operation.Output, operation as BranchOperation))], network.OutputTensors);

    /// <summary>Whether what is needed on some sides alone is needed.</summary>
    /// <param name="sides">The sides.</param>
    /// <param name="tensors">The values of the tensors that are computed already.</param>
    public static bool AreTaken(BranchSide[] sides, double[][] tensors) => sides.All(side => tensors[side.Condition][0] != 0 == side.IsTrue);

    private static BranchSide[] Common(BranchSide[] one, BranchSide[] other) =>
        [.. one.Zip(other, (left, right) => (left, right)).TakeWhile(pair => pair.left == pair.right).Select(pair => pair.left)];
}
