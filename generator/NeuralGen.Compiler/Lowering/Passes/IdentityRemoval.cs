using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Takes away what does nothing at inference: dropout and linear activations.</summary>
internal static class IdentityRemoval
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network) => Run(network, keepsDropout: false);

    /// <summary>Runs the pass, and leaves dropout where training needs it: anywhere but on the output itself.</summary>
    public static Network Run(Network network, bool keepsDropout)
    {
        HashSet<int> outputs = [.. network.OutputTensors];
        foreach (Operation operation in network.Operations.Reverse().Where(operation => operation is DropoutOperation))
        {
            if (outputs.Contains(operation.Output))
            {
                outputs.Add(operation.Inputs[0]);
            }
        }

        bool IsIdentity(Operation operation) => operation switch
        {
            DropoutOperation dropout => !keepsDropout || dropout.Rate == 0 || outputs.Contains(dropout.Output),
            ActivationOperation activation => activation.Function.IsIdentity,
            _ => false,
        };
        Operation[] identities = [.. network.Operations.Where(IsIdentity)];
        return network.Redirect(
            identities.ToDictionary(operation => operation.Output, operation => operation.Inputs[0]),
            network.Operations.Where(operation => !IsIdentity(operation)));
    }
}
