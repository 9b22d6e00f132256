using NeuralGen.Compiler.Networks.Branches;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Networks;

/// <summary>
/// Evaluates a network as declared, in double precision and without any rewriting: checks the file's tests while
/// building, and is the oracle of our own.
/// </summary>
internal static class Interpreter
{
    /// <summary>The network's output for one sample.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">A value per input.</param>
    public static double[] Predict(Network network, double[] input) => Evaluate(network, input)[network.OutputTensor];

    /// <summary>The values of all tensors for one sample.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">A value per input.</param>
    public static double[][] Evaluate(Network network, double[] input) => Evaluate(network, [input]);

    /// <summary>The values of all tensors for one sample of a network with several inputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The values of each input.</param>
    public static double[][] Evaluate(Network network, double[][] inputs)
    {
        double[][] tensors = new double[network.Tensors.Count][];
        inputs.CopyTo(tensors, 0);
        IReadOnlyList<BranchSide[]> sides = BranchSides.Of(network);
        for (int i = 0; i < network.Operations.Count; i++)
        {
            // What a branch leaves out might not even be possible.
            Operation operation = network.Operations[i];
            tensors[operation.Output] = BranchSides.AreTaken(sides[i], tensors)
                ? operation.Evaluate([.. operation.Inputs.Select(index => tensors[index])])
                : new double[network.Tensors[operation.Output].Size];
        }

        return tensors;
    }
}
